import type { TenantReport } from './tenant-report.ts'

/** A report as JSON, for programs; `version` is raised when a field changes its meaning or goes. */
export function printReportJson(report: TenantReport): string {
  return `${JSON.stringify(report, undefined, 2)}\n`
}
