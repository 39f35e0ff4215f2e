import io.watertight.core.study.{Declaration, Key}
import io.watertight.spark.{SparkAudit, SparkSplit}
import org.apache.spark.sql.{DataFrame, Dataset, Row}
import scala.jdk.CollectionConverters._

/** What a notebook in Scala writes: ScalaCallerTest compiles it and runs the first of them. */
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

  /** Rows to train on, of whole customers, by words. */
  def training(events: DataFrame): DataFrame = {
    val words = Map("target" -> "churned", "group" -> "customer", "test-share" -> 0.25).asJava
    SparkSplit.split(events, words).rows.where("part = 'train'")
  }

  /** The plan that the target asks for. */
  def plan(events: DataFrame): String = SparkSplit.split(events, "churned").describe
}
