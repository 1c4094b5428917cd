import type { Edition } from '../checks/flow-subject.ts'
import { submissionKind } from './submission-schema.ts'

/** What is known of a template already. */
export interface SubmissionAnswers {
  readonly edition: Edition
  readonly title?: string
}

/** A new file for the submission of a template; what only a person can say is marked TODO. */
export function initSubmission({ edition, title = 'TODO: what the flow does' }: SubmissionAnswers): string {
  const shared = { kind: submissionKind, edition, title, description: 'TODO: what users gain, in a sentence or two' }
  const own =
    edition === '2018-02'
      ? { benefit: 'TODO: the biggest benefit', users: 0, runs: 0, categories: [] }
      : {
          categories: [],
          package: {
            url: 'https://TODO.blob.core.windows.net/TODO/package.zip',
            access: { permissions: 'r', expires: 'TODO: last day as YYYY-MM-DD' },
          },
          terms: 'standard-contract',
          privacyUrl: 'https://TODO.example/privacy',
          supportUrl: 'https://TODO.example/support',
          account: {},
        }
  return `${JSON.stringify({ ...shared, ...own, history: [] }, undefined, 2)}\n`
}
