import { defineSubmissionFamily, type SubmissionContext } from '../../submission/submission.ts'
import { filledText, isHttps } from './fields.ts'

const standardContract = 'standard-contract'
const notAsked = [{ editions: ['2018-02'], setting: 'off', because: 'the form of 2018 asks for no addresses' }] as const

/** Terms, privacy and support: addresses that users follow before they trust a template. */
export const submissionAddresses = defineSubmissionFamily({
  id: 'submission-addresses',
  group: 'Submission of a template',
  rules: {
    'template-links-https': {
      title: 'Terms, privacy and support are given as https addresses.',
      setting: 'error',
      exceptions: notAsked,
      sources: ['publish-template'],
      messages: {
        missing: {
          what: 'The submission has no "{field}".',
          why: 'Partner Center does not take the offer without it.',
          fix: 'Write the address of a public page there.',
        },
        terms: {
          what: 'The submission names no terms.',
          why: 'Users have to know what they agree to.',
          fix: `Write "${standardContract}", or the address of your own terms.`,
        },
        found: {
          what: '"{field}" is no https address.',
          why: 'Browsers warn of other addresses, and reviewers send them back.',
          fix: 'Give the https address of a public page.',
        },
      },
    },
    'template-links-answer': {
      title: 'The pages of terms, privacy and support open.',
      setting: 'error',
      exceptions: notAsked,
      sources: ['publish-template'],
      messages: {
        found: {
          what: 'The address under "{field}" answers {status}.',
          why: 'Reviewers open it, and send back what does not.',
          fix: 'Put the page there, or mend the address.',
        },
        nothing: {
          what: 'Nothing answers at the address under "{field}".',
          why: 'Reviewers open it, and send back what does not.',
          fix: 'Put the page there, or mend the address.',
        },
      },
    },
  },
  check(context) {
    for (const field of ['terms', 'privacyUrl', 'supportUrl']) judgeAddress(context, field)
  },
})

function judgeAddress(context: SubmissionContext, field: string): void {
  const { subject, report, notChecked } = context
  const place = subject.root.nearest(field)
  const address = filledText(subject.root, field)
  if (address === undefined) {
    const message = field === 'terms' ? 'terms' : 'missing'
    report('template-links-https', place, { message, data: { field } })
    return
  }
  if (field === 'terms' && address === standardContract) return
  if (!isHttps(address)) {
    report('template-links-https', place, { data: { field } })
    return
  }
  const answer = subject.facts.links?.find(({ url }) => url === address)
  if (answer === undefined) {
    notChecked(
      'template-links-answer',
      'The addresses were not opened.',
      'Hand in what they answered as facts ("links").',
    )
  } else if (answer.status === 0) {
    report('template-links-answer', place, { message: 'nothing', data: { field } })
  } else if (answer.status < 200 || answer.status > 299) {
    report('template-links-answer', place, { data: { field, status: answer.status } })
  }
}
