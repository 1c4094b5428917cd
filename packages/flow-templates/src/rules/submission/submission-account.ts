import { defineSubmissionFamily, type SubmissionContext } from '../../submission/submission.ts'

const today = [
  { editions: ['2018-02'], setting: 'off', because: 'the portal took templates from every account' },
] as const

/** Who submits, and for whom. What only Partner Center or Entra can show is never passed on the file's word. */
export const submissionAccount = defineSubmissionFamily({
  id: 'submission-account',
  group: 'Submission of a template',
  rules: {
    'template-account-mail': {
      title: 'The account that submits has a mail address.',
      setting: 'error',
      exceptions: today,
      sources: ['publish-template'],
      messages: {
        found: {
          what: 'The account that submits has no mail address.',
          why: 'Submissions of such accounts are refused at once.',
          fix: 'Give the account a mail address in Entra.',
        },
      },
    },
    'template-seller-enrolled': {
      title: 'The seller is vetted and enrolled in the programme Microsoft 365 and Copilot.',
      setting: 'error',
      exceptions: today,
      sources: ['publish-template'],
      messages: {
        found: {
          what: 'The seller is not {what}.',
          why: 'Offers of such sellers cannot be created.',
          fix: 'Finish it in Partner Center.',
        },
      },
    },
    'template-for-everybody': {
      title: 'Everybody may use the template.',
      setting: 'error',
      exceptions: today,
      sources: ['publish-template'],
      messages: {
        found: {
          what: 'The template is meant for some only.',
          why: 'The gallery shows every template to everybody.',
          fix: 'Hand private flows out as a solution instead.',
        },
      },
    },
  },
  check(context) {
    const { subject, report, notChecked } = context
    judgeClaim(context, 'template-account-mail', 'hasMail', {})
    judgeClaim(context, 'template-seller-enrolled', 'isVetted', { what: 'vetted' })
    judgeClaim(context, 'template-seller-enrolled', 'isEnrolled', { what: 'enrolled in Microsoft 365 and Copilot' })
    const accepted = subject.root.member('isForEverybody')?.value
    if (accepted === false) report('template-for-everybody', subject.root.nearest('isForEverybody'))
    else if (accepted !== true) {
      const handIn = 'Write "isForEverybody": true once you accept it.'
      notChecked('template-for-everybody', 'The file does not say that everybody may use the template.', handIn)
    }
  },
})

function judgeClaim(
  { subject: { root }, report, notChecked }: SubmissionContext,
  rule: string,
  field: string,
  data: Readonly<Record<string, string>>,
): void {
  const value = root.find('account', field)?.value
  if (value === false) report(rule, root.nearest('account', field), { data })
  else if (value === true) notChecked(rule, 'The file says so; only Microsoft’s pages can show it.')
  else notChecked(rule, `The file does not say it ("account", "${field}").`, `Write "account", "${field}".`)
}
