import { decodeText } from '@sevenstep/connector-schema'
import {
  checkDeploymentReport,
  describeReportRules,
  looksLikeDeploymentReport,
  type ReportProblem,
  readDeploymentReport,
  reportRuleFamilies,
} from '@sevenstep/deployment-client/report'
import { familyFacts } from '../../family-facts.ts'
import { looseFile } from './given-files.ts'
import type { Judged, Room } from './room.ts'

/** The report of a deployment, alone. One that is cut off or contradicts itself is refused as a whole. */
export const deploymentReportRoom: Room = {
  name: 'deployment-client',
  find(files) {
    const file = looseFile(files)
    if (file === undefined) return undefined
    const { path } = file
    const { text } = decodeText(path, file.bytes)
    if (!looksLikeDeploymentReport(text)) return undefined
    return {
      judge({ ownTenants }) {
        const read = readDeploymentReport(text)
        if (!read.ok) return refused(path, read.problems)
        const { subject: draft, families } = checkDeploymentReport(path, read, { ...(ownTenants && { ownTenants }) })
        const told = reportRuleFamilies.filter(({ id }) => families.includes(id))
        return {
          subjects: [{ draft, files: [path], isArchive: false, textOf: () => text, uploadOf: () => file }],
          trouble: [],
          facts: (subjects) => familyFacts(subjects, describeReportRules(), told),
        }
      },
    }
  },
}

function refused(path: string, problems: readonly ReportProblem[]): Judged {
  return {
    subjects: [],
    facts: () => ({}),
    trouble: problems.map(({ line, column, what, why, fix }) => ({
      path,
      what: `${path}, line ${line}, column ${column}: ${what}`,
      why,
      fix,
    })),
  }
}
