import { defineRuleFamily } from '../../engine/rule-family.ts'
import { textAt } from '../fields.ts'

const notForSaas = [
  { profiles: ['saas'], setting: 'off', because: 'Microsoft’s checklist is about apps on Dataverse' },
] as const

/** What reviewers need to try the app. */
export const certificationNotes = defineRuleFamily({
  id: 'certification-notes',
  group: 'Access',
  rules: {
    'certification-document': {
      title: 'A document leads reviewers through every feature.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-checklist'],
      messages: {
        found: {
          what: 'There is no document that leads through the app.',
          why: 'Reviewers test by it; offers without it are sent back.',
          fix: 'Write one with the way of a user and of an administrator through every feature, and name it under "certification.functionalDocument".',
        },
      },
    },
    'certification-test-notes': {
      title: 'Notes tell reviewers how to sign in and what to try.',
      setting: 'warning',
      sources: ['appsource-checklist', 'policies'],
      exceptions: [{ profiles: ['saas'], setting: 'info', because: 'their landing page shows the way' }],
      messages: {
        found: {
          what: 'There are no notes for reviewers.',
          why: 'Who cannot sign in sends the offer back.',
          fix: 'Say which account to use and what to try, under "certification.testNotes"; passwords are typed into Partner Center alone.',
        },
      },
    },
    'certification-no-password': {
      title: 'The notes for reviewers hold no password.',
      setting: 'error',
      isSecret: true,
      sources: [],
      deviation: 'Ours: a folder is no place for passwords.',
      messages: {
        found: {
          what: 'The notes seem to hold a password.',
          why: 'Folders are copied and mailed; passwords in them stay for ever.',
          fix: 'Take it out, change it, and type the new one into Partner Center alone.',
        },
      },
    },
    'solution-checker-clean': {
      title: 'Microsoft’s solution checker finds nothing critical with the ruleset for AppSource.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['appsource-checklist'],
      messages: {
        found: {
          what: 'The solution checker has {critical} critical findings.',
          why: 'The review runs the same checker and sends the offer back.',
          fix: 'Mend them, or write down why each is right, and run the checker again with the AppSource ruleset.',
        },
        high: {
          what: 'The solution checker has {high} findings of high severity.',
          why: 'Reviewers look at each of them by hand.',
          fix: 'Mend them, or write down why each is right.',
        },
      },
      severityByMessage: { high: 'warning' },
    },
  },
  check({ subject: { offer, facts }, profile, report, notChecked }) {
    const { root } = offer
    if (profile === 'dataverse' && textAt(root, 'certification', 'functionalDocument') === undefined) {
      report('certification-document', root.nearest('certification'))
    }
    const notes = textAt(root, 'certification', 'testNotes')
    if (notes === undefined) {
      report('certification-test-notes', root.nearest('certification'))
      notChecked('certification-no-password', 'There are no notes for reviewers.', 'Add "certification.testNotes".')
    } else if (/\b(password|passwort|pwd|kennwort)\b\s*[:=]\s*\S/i.test(notes.text)) {
      report('certification-no-password', notes.node)
    }
    if (profile !== 'dataverse') return
    const { solutionChecker } = facts
    if (solutionChecker === undefined) {
      const handIn = 'Run Microsoft’s solution checker with the ruleset for AppSource, and hand in what it found.'
      notChecked('solution-checker-clean', 'Nobody said what the solution checker found.', handIn)
    } else if (solutionChecker.critical > 0) {
      report('solution-checker-clean', root.nearest('package'), { data: { critical: solutionChecker.critical } })
    } else if (solutionChecker.high > 0) {
      report('solution-checker-clean', root.nearest('package'), {
        message: 'high',
        data: { high: solutionChecker.high },
      })
    }
  },
})
