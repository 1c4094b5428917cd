import { defineSubmissionFamily, type SubmissionContext } from '../../submission/submission.ts'
import { dayOf, filledText, isHttps } from './fields.ts'

const daysReadable = 15
const notAsked = [
  { editions: ['2018-02'], setting: 'off', because: 'the portal took the flow itself, without a package' },
] as const

/** The address from which reviewers fetch the package. */
export const submissionPackage = defineSubmissionFamily({
  id: 'submission-package',
  group: 'Submission of a template',
  rules: {
    'template-package-address': {
      title: 'The package has an https address.',
      setting: 'error',
      exceptions: notAsked,
      sources: ['publish-template'],
      messages: {
        missing: {
          what: 'The submission does not say where the package is.',
          why: 'Reviewers fetch it from an address.',
          fix: 'Upload it to a blob, and write the address without its access under "package", "url".',
        },
        found: {
          what: 'The package has no https address.',
          why: 'Partner Center takes addresses of blob storage, which are https.',
          fix: 'Write the address without its access.',
        },
      },
    },
    'template-package-access': {
      title: 'The signature permits reading, and nothing else.',
      setting: 'error',
      exceptions: notAsked,
      severityByMessage: { more: 'warning' },
      sources: ['publish-template'],
      deviation: 'That it permits nothing else is ours.',
      messages: {
        found: {
          what: 'The signature does not permit reading.',
          why: 'Reviewers cannot fetch the package.',
          fix: 'Make one with the permission to read, "r".',
        },
        more: {
          what: 'The signature permits more than reading: "{permissions}".',
          why: 'Whoever reads the address can change what is reviewed.',
          fix: 'Make one with the permission to read alone, "r".',
        },
      },
    },
    'template-package-lasts': {
      title: `The package can be fetched for ${daysReadable} days and more.`,
      setting: 'error',
      exceptions: notAsked,
      sources: ['publish-template'],
      messages: {
        unreadable: {
          what: '"{expires}" is no day.',
          why: 'Whether reviewers have the time they need cannot be told.',
          fix: 'Write the last day of the signature as YYYY-MM-DD.',
        },
        over: {
          what: 'The signature ended on {expires}.',
          why: 'Reviewers cannot fetch the package.',
          fix: `Make one that lasts ${daysReadable} days and more.`,
        },
        found: {
          what: 'The signature ends on {expires}, in {days} days.',
          why: `Reviewers need ${daysReadable} days.`,
          fix: 'Make a longer one.',
        },
      },
    },
  },
  check(context) {
    const { root } = context.subject
    const address = filledText(root, 'package', 'url')
    if (address === undefined) {
      context.report('template-package-address', root.nearest('package', 'url'), { message: 'missing' })
    } else if (!isHttps(address)) context.report('template-package-address', root.nearest('package', 'url'))
    judgePermissions(context)
    judgeEnd(context)
  },
})

function judgePermissions({ subject: { root }, report, notChecked }: SubmissionContext): void {
  const permissions = filledText(root, 'package', 'access', 'permissions')
  if (permissions === undefined) {
    const handIn = 'Write "package", "access", "permissions".'
    notChecked('template-package-access', 'The file does not say what the signature permits.', handIn)
    return
  }
  const place = root.nearest('package', 'access', 'permissions')
  if (!permissions.includes('r')) report('template-package-access', place)
  else if (permissions.trim() !== 'r') {
    report('template-package-access', place, { message: 'more', data: { permissions: permissions.slice(0, 20) } })
  }
}

function judgeEnd({ subject: { root, today }, report, notChecked }: SubmissionContext): void {
  const rule = 'template-package-lasts'
  const expires = filledText(root, 'package', 'access', 'expires')
  if (expires === undefined) {
    notChecked(rule, 'The file does not say when the signature ends.', 'Write "package", "access", "expires".')
    return
  }
  const place = root.nearest('package', 'access', 'expires')
  const end = dayOf(expires)
  if (end === undefined) {
    report(rule, place, { message: 'unreadable', data: { expires: expires.slice(0, 40) } })
    return
  }
  const now = today === undefined ? undefined : dayOf(today)
  if (now === undefined) {
    notChecked(rule, 'The day of the check is not known.')
    return
  }
  const days = end - now
  if (days < 0) report(rule, place, { message: 'over', data: { expires } })
  else if (days < daysReadable) report(rule, place, { data: { expires, days } })
}
