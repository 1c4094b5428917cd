import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressOf, shownAddress } from '../../text/text-checks.ts'
import { textAt } from '../fields.ts'
import { notForSaas } from './package-place.ts'

const leastDays = 31

/** How Microsoft gets at the package, and what it is told beside it. */
export const packageAccess = defineRuleFamily({
  id: 'package-access',
  group: 'Package',
  rules: {
    'package-address': {
      title: 'The package lies in Azure blob storage.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['dataverse-technical'],
      messages: {
        missing: {
          what: 'The offer does not say where Microsoft finds the package.',
          why: 'It is fetched from blob storage.',
          fix: 'Upload it, and add the address, without what stands behind "?", as "package.url".',
        },
        found: {
          what: '"{address}" is no address in Azure blob storage.',
          why: 'The package is fetched from there only.',
          fix: 'Upload it to a container of a storage account.',
        },
        zip: {
          what: '"{address}" does not name a zip.',
          why: 'The package is one file, fetched as it is.',
          fix: 'Write the address of the zip itself.',
        },
      },
      severityByMessage: { missing: 'warning' },
    },
    'package-access-read-only': {
      title: 'The access given to the package is for reading alone.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['dataverse-technical'],
      messages: {
        found: {
          what: 'The access gives "{permissions}".',
          why: 'Whoever sees the address could change the package.',
          fix: 'Make a shared access signature with reading ("r") alone.',
        },
      },
    },
    'package-access-expiry': {
      title: 'The access given to the package lasts a month at least.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['dataverse-technical'],
      messages: {
        found: {
          what: 'The access ends on {end}, {days} days from now.',
          why: 'It has to outlast the review; an ended access is a frequent reason for refusal.',
          fix: 'Make a shared access signature that lasts two months or more.',
        },
        past: {
          what: 'The access ended on {end}.',
          why: 'Microsoft cannot fetch the package.',
          fix: 'Make a shared access signature that lasts two months or more.',
        },
        date: {
          what: '"{end}" is no date.',
          why: 'Nobody can tell whether the access outlasts the review.',
          fix: 'Write the day as YYYY-MM-DD.',
        },
        unsaid: {
          what: 'The offer does not say how long the access to the package lasts.',
          why: 'It has to outlast the review; an ended access is a frequent reason for refusal.',
          fix: 'Write the last day as "package.access.expires".',
        },
      },
      severityByMessage: { unsaid: 'warning' },
    },
    'package-licence-model': {
      title: 'The base licence model is Resource or User.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['dataverse-technical'],
      messages: {
        found: {
          what: 'The offer does not say how licences are counted.',
          why: 'Partner Center demands it with the package.',
          fix: 'Set "package.baseLicenceModel" to "User" when each user needs one, to "Resource" otherwise.',
        },
      },
    },
    'package-configuration-blank': {
      title: 'The address of a configuration stays blank.',
      setting: 'error',
      exceptions: notForSaas,
      sources: ['dataverse-technical'],
      messages: {
        found: {
          what: 'The offer has an address of a configuration.',
          why: 'The field is Microsoft’s own and has to stay blank.',
          fix: 'Remove it.',
        },
      },
    },
  },
  check({ subject, profile, report, notChecked }) {
    const { root } = subject.offer
    const access = accessOf(root.find('package'))
    if (access.permissions === undefined) {
      const handIn = 'Write them as "package.access.permissions".'
      notChecked('package-access-read-only', 'The offer does not say what the access to the package permits.', handIn)
    } else if (access.permissions.text !== 'r') {
      report('package-access-read-only', access.permissions.node, { data: { permissions: access.permissions.text } })
    }
    const configuration = textAt(root, 'package', 'configurationUrl')
    if (configuration !== undefined) report('package-configuration-blank', configuration.node)
    if (profile !== 'dataverse') return
    const model = root.find('package', 'baseLicenceModel')?.value
    if (model !== 'Resource' && model !== 'User') {
      report('package-licence-model', root.nearest('package', 'baseLicenceModel'))
    }
    const url = textAt(root, 'package', 'url')
    if (url === undefined) report('package-address', root.nearest('package'), { message: 'missing' })
    else {
      const parsed = addressOf(url.text)
      const address = shownAddress(url.text)
      if (parsed?.protocol !== 'https:' || !/\.blob\.(core\.windows\.net|storage\.azure\.net)$/.test(parsed.hostname)) {
        report('package-address', url.node, { data: { address } })
      } else if (!/\.zip$/i.test(parsed.pathname))
        report('package-address', url.node, { message: 'zip', data: { address } })
    }
    if (access.expires === undefined) {
      report('package-access-expiry', root.nearest('package', 'access'), { message: 'unsaid' })
      return
    }
    const { node, text } = access.expires
    const end = Date.parse(text)
    if (Number.isNaN(end)) report('package-access-expiry', node, { message: 'date', data: { end: text } })
    else if (subject.today === undefined) notChecked('package-access-expiry', 'The day of the check is not known.')
    else {
      const days = Math.floor((end - Date.parse(subject.today)) / 86_400_000)
      const data = { end: new Date(end).toISOString().slice(0, 10), days }
      if (days < 0) report('package-access-expiry', node, { message: 'past', data })
      else if (days < leastDays) report('package-access-expiry', node, { data })
    }
  },
})

type Text = ReturnType<typeof textAt>

/** What the offer says of the access, or what the address itself says where somebody left it in. */
function accessOf(holder: Parameters<typeof textAt>[0] | undefined): {
  readonly permissions: Text
  readonly expires: Text
} {
  if (holder === undefined) return { permissions: undefined, expires: undefined }
  const url = textAt(holder, 'url')
  const query = addressOf(url?.text)?.searchParams
  const fromAddress = (name: string): Text => {
    const text = query?.get(name)
    return url === undefined || text === undefined || text === null ? undefined : { node: url.node, text }
  }
  return {
    permissions: textAt(holder, 'access', 'permissions') ?? fromAddress('sp'),
    expires: textAt(holder, 'access', 'expires') ?? fromAddress('se'),
  }
}
