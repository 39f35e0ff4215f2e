import io.watertight.core.study.{Declaration, Key}
import io.watertight.spark.SparkAudit
import org.apache.spark.sql.{DataFrame, Dataset, Row}
import scala.jdk.CollectionConverters._

/** What a notebook in Scala writes: ScalaCallerTest compiles it and runs the first of both. */
object ScalaCaller {

  /** By the name of the target alone. */
  def columnsFound(events: DataFrame): java.util.List[String] = {
    val report = SparkAudit.audit(events, "churned")
    report.findings.asScala.flatMap(_.columns.asScala).distinct.asJava
  }

  /** With what is known of the study. */
  def checksRun(events: Dataset[Row]): Int = {
    val study = Declaration.builder().target("churned").groups(java.util.List.of(Key.of("customer"))).build()
    SparkAudit.audit(events.where("customer > 3"), study).checks.asScala.count(_.status.toString != "SKIPPED")
  }
}
