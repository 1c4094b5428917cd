/** What is read of one report of vitest's JSON reporter, with the package it belongs to. */
export interface PackageReport {
  readonly folder: string
  readonly testResults: readonly TestFile[]
}

interface TestFile {
  readonly name: string
  readonly status: string
  readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[]
}

/** The sum of all reports. */
export interface Summary {
  readonly passed: number
  /** Failed tests, and one for each file or step that failed without a failed test to show for it. */
  readonly failed: number
  /** What a person wants to read above the sum. */
  readonly lines: readonly string[]
}

/** What a suite may need from the machine, by the word its title names it with. */
const needs: Readonly<Record<string, string>> = {
  CONNECTOR_CORPUS: 'set CONNECTOR_CORPUS to a folder of real connectors',
  CONNECTOR_INDEX: 'set CONNECTOR_INDEX to the index of that folder',
  CHROMIUM_PATH: 'install Chromium and set CHROMIUM_PATH to its program',
  DATABASE_URL: 'set DATABASE_URL to a PostgreSQL database',
}

/**
 * Adds up the reports of a whole run.
 *
 * @param options.failedSteps names of steps that ended with a failure of any kind.
 * @param options.requireAll counts each skipped test as a failure, for machines that have everything.
 */
export function summarise(
  reports: readonly PackageReport[],
  options: { readonly failedSteps: readonly string[]; readonly requireAll: boolean },
): Summary {
  const files = reports.flatMap((report) => report.testResults.map((file) => countFile(report.folder, file)))
  const total = (count: (file: FileCount) => number) => files.reduce((sum, file) => sum + count(file), 0)
  const skipped = files.filter((file) => file.skipped.length > 0)
  const failedTests = total((file) => file.failed) + (options.requireAll ? total((file) => file.skipped.length) : 0)
  const unshown = options.failedSteps.filter((step) => step !== 'tests' || failedTests === 0)
  return {
    passed: total((file) => file.passed),
    failed: failedTests + unshown.length,
    lines: [
      ...files.filter((file) => file.failed > 0).map((file) => `failed: ${file.name} (${file.failed})`),
      ...options.failedSteps.map((step) => `failed: ${step} (see above)`),
      ...skipped.map((file) => describeSkipped(file, options.requireAll)),
    ],
  }
}

interface FileCount {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly skipped: readonly string[]
}

function countFile(folder: string, file: TestFile): FileCount {
  const withStatus = (status: string) => file.assertionResults.filter((test) => test.status === status).length
  const failedTests = withStatus('failed')
  const failedBeforeAnyTest = file.status === 'failed' && failedTests === 0 ? 1 : 0
  const at = file.name.lastIndexOf(`${folder}/`)
  return {
    name: at === -1 ? file.name : file.name.slice(at),
    passed: withStatus('passed'),
    failed: failedTests + failedBeforeAnyTest,
    skipped: file.assertionResults
      .filter(({ status }) => status !== 'passed' && status !== 'failed')
      .map((test) => test.fullName),
  }
}

function describeSkipped(file: FileCount, requireAll: boolean): string {
  const missing = Object.keys(needs).filter((need) => file.skipped.some((title) => title.includes(need)))
  const how = missing.map((need) => needs[need]).join('; ')
  const reason = how === '' ? `no reason given in the title: ${file.skipped[0]}` : `to run them, ${how}`
  const verdict = requireAll ? 'skipped though SEVENSTEP_REQUIRE_ALL is set' : 'skipped'
  return `${verdict}: ${file.name} (${file.skipped.length} ${file.skipped.length === 1 ? 'test' : 'tests'}; ${reason})`
}
