import {
  checkDeploymentReport,
  describeReportRules,
  looksLikeDeploymentReport,
  type ReadReport,
  readDeploymentReport,
  reportRuleFamilies,
} from '@sevenstep/deployment-client/report'
import { familyFacts } from '../../family-facts.ts'
import { reportProblemInWords } from '../report-problem-words.ts'
import { type GivenFile, handedIn, shownPath, type Upload } from '../upload.ts'
import { startsLikeZip } from '../upload-tree.ts'
import type { FactSubject, Judged, JudgedSubject, KnownBeside, Room } from './room.ts'

/** Reports of deployments, each a file. One that is cut off or contradicts itself is refused as a whole. */
export const deploymentReportRoom: Room = {
  name: 'deployment-client',
  find(upload) {
    const found = upload.free.filter((file) => isReport(upload, file))
    if (found.length === 0) return undefined
    return { taken: found, judge: (known) => judged(upload, found, known) }
  },
}

function isReport(upload: Upload, file: GivenFile): boolean {
  if (startsLikeZip(file.bytes) || (!upload.isAlone && !/\.json$/i.test(file.path))) return false
  const { text } = upload.text(file)
  return /"command"/.test(text) && looksLikeDeploymentReport(text)
}

function judged(upload: Upload, files: readonly GivenFile[], { ownTenants }: KnownBeside): Judged {
  const told = new Set<string>()
  const read = files.map((file) => {
    const { text } = upload.text(file)
    return { file, text, path: shownPath(file.path, file.archive), report: readDeploymentReport(text) }
  })
  const subjects = read.flatMap(({ file, text, path, report }): JudgedSubject[] => {
    if (!report.ok) return []
    const { subject, families } = checkDeploymentReport(path, report, { ...(ownTenants && { ownTenants }) })
    for (const family of families) told.add(family)
    return [{ draft: subject, files: [path], isArchive: false, textOf: () => text, uploadOf: () => handedIn(file) }]
  })
  return {
    subjects,
    trouble: read.flatMap(({ path, report }) => refusals(path, report)),
    facts: (finished: readonly FactSubject[]) =>
      familyFacts(
        finished,
        describeReportRules(),
        reportRuleFamilies.filter(({ id }) => told.has(id)),
      ),
  }
}

function refusals(path: string, report: ReadReport) {
  return report.ok ? [] : report.problems.map((problem) => ({ path, ...reportProblemInWords(path, problem) }))
}
