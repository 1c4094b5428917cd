export { type CheckedReport, checkDeploymentReport } from './check-deployment-report.ts'
export {
  looksLikeDeploymentReport,
  type ReadReport,
  type ReportProblem,
  readDeploymentReport,
} from './read-report.ts'
export type { ReportContext } from './report-judges.ts'
export {
  describeReportRules,
  type ReportFamilyId,
  type ReportRuleId,
  reportRuleFamilies,
  reportRulePages,
} from './report-rules.ts'
export { type DeploymentReport, deploymentReportSchema } from './report-schema.ts'
