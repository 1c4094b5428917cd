import type { JsonNode } from '@sevenstep/located-json'
import { limitOf } from '../../data/field-limits.ts'
import { imageSizes } from '../../data/image-sizes.ts'
import { type TestDriveKind, testDriveKinds } from '../../data/test-drives.ts'
import type { CheckContext } from '../../engine/rule-family.ts'
import { defineRuleFamily } from '../../engine/rule-family.ts'
import { addressFault, isGuid, lengthOf } from '../../text/text-checks.ts'
import { entriesAt, textAt } from '../fields.ts'
import { fits } from '../media/judge-image.ts'

const onlyThen = [
  { editions: ['current'], setting: 'off', because: 'test drives are to be removed, not mended' },
] as const

/** Rules about what a test drive holds. */
const ofDrive = ['test-drive-fields', 'test-drive-texts', 'test-drive-read-only', 'test-drive-role']

/** Trying the app before buying: the heart of the programme in 2018, and to be removed today. */
export const testDrive = defineRuleFamily({
  id: 'test-drive',
  group: 'Access',
  rules: {
    'test-drive-removed': {
      title: 'The offer has no test drive any more.',
      setting: 'error',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'a test drive was the way into AppSource' }],
      sources: ['test-drive-now'],
      messages: {
        found: {
          what: 'The offer has a test drive.',
          why: 'Test drives are deprecated: Microsoft’s page says since March 2025 to remove them and to offer free trials.',
          fix: 'Remove "testDrive" here and in Partner Center, and set "listingOption" to "freeTrial" if customers should try the app.',
        },
      },
    },
    'test-drive-fields': {
      title: 'A test drive has everything its kind needs.',
      setting: 'error',
      exceptions: onlyThen,
      sources: ['test-drive-technical'],
      messages: {
        kind: {
          what: '"{type}" is no kind of test drive.',
          why: 'The kinds are {known}.',
          fix: 'Use one of them.',
        },
        missing: {
          what: 'A test drive of the kind {title} needs "{field}".',
          why: 'It cannot be set up without.',
          fix: 'Add it under "testDrive".',
        },
        guid: {
          what: '"{field}" is no GUID.',
          why: 'It names a tenant, an application or a subscription.',
          fix: 'Copy it from the Azure portal.',
        },
        address: {
          what: '"{field}" is no public https address: {fault}.',
          why: 'Microsoft’s service opens it.',
          fix: 'Write the https address of the instance.',
        },
        tenant: {
          what: '"{name}" is no name of a tenant.',
          why: 'It ends in ".onmicrosoft.com", whatever domains the tenant has.',
          fix: 'Write the tenant’s first name, such as "contoso.onmicrosoft.com".',
        },
        hours: {
          what: 'A test drive of {hours} hours is not offered.',
          why: 'It lasts whole hours, from {least} to {most}.',
          fix: 'Set "durationHours" to such a number.',
        },
        concurrent: {
          what: '"{count}" people cannot try the app at once.',
          why: 'It takes a whole number of one or more; 3 to 5 are advised.',
          fix: 'Set "maxConcurrent" to such a number, and keep that many licences free.',
        },
      },
    },
    'test-drive-texts': {
      title: 'A test drive has a description, access information and a manual.',
      setting: 'error',
      exceptions: onlyThen,
      sources: ['test-drive-technical', 'test-drive-2018'],
      messages: {
        missing: {
          what: 'The test drive has no {what}.',
          why: 'Who tries the app does not know what to do.',
          fix: 'Add "testDrive.{field}".',
        },
        length: {
          what: 'The {what} has {length} characters, where {limit} are taken.',
          why: 'Partner Center refuses more.',
          fix: 'Shorten it.',
        },
        thumbnail: {
          what: 'The thumbnail "{path}" is no PNG of 533×324.',
          why: 'Videos of test drives have a size of their own.',
          fix: 'Export it in that size.',
        },
      },
    },
    'test-drive-read-only': {
      title: 'Nobody who tries the app can change its data.',
      setting: 'warning',
      exceptions: onlyThen,
      sources: ['test-drive-2018'],
      messages: {
        found: {
          what: 'The test drive does not say that its data is read-only.',
          why: 'Everybody shares the same data; what one deletes, all miss.',
          fix: 'Make the data source read-only, and set "isDataReadOnly".',
        },
      },
    },
    'test-drive-role': {
      title: 'Test users have a role made for them.',
      setting: 'error',
      exceptions: onlyThen,
      sources: ['appsource-checklist', 'test-drive-technical'],
      messages: {
        found: {
          what: 'Test users get the role "{role}".',
          why: 'With it they can change everything, and accounts with such rights are sent back.',
          fix: 'Make a role with the least that the tour needs.',
        },
      },
    },
  },
  check(context) {
    const { subject, edition, report } = context
    const drive = subject.offer.root.member('testDrive')
    if (drive === undefined) {
      for (const rule of ofDrive) context.notChecked(rule, 'The offer has no test drive.', 'Add it as "testDrive".')
      return
    }
    if (edition === 'current') {
      report('test-drive-removed', drive, { onKey: true })
      return
    }
    const type = textAt(drive, 'type')?.text ?? ''
    const kind = Object.hasOwn(testDriveKinds, type) ? testDriveKinds[type] : undefined
    if (kind === undefined) {
      const known = Object.keys(testDriveKinds).join(', ')
      report('test-drive-fields', drive.nearest('type'), { message: 'kind', data: { type, known } })
    } else judgeFields(context, drive, kind)
    judgeTexts(context, drive)
    if (drive.member('isDataReadOnly')?.value !== true) report('test-drive-read-only', drive.nearest('isDataReadOnly'))
    const role = textAt(drive, 'roleName')
    if (role !== undefined && /^(system (administrator|customizer)|environment maker)$/i.test(role.text.trim())) {
      report('test-drive-role', role.node, { data: { role: role.text } })
    }
  },
})

function judgeFields({ report }: CheckContext, drive: JsonNode, { title, needs, hours }: TestDriveKind): void {
  const say = (node: JsonNode, message: string, data: Readonly<Record<string, string | number>>) =>
    report('test-drive-fields', node, { message, data })
  for (const field of needs) {
    const node = drive.member(field)
    if (node === undefined || node.value === '') say(drive, 'missing', { title, field })
  }
  for (const { node, key, text } of fieldsOf(drive)) {
    if (/Id$/.test(key) && !isGuid(text)) say(node, 'guid', { field: key })
    const fault = /Url$/.test(key) ? addressFault(text) : undefined
    if (fault !== undefined) say(node, 'address', { field: key, fault })
    if (key === 'tenantName' && !/^[a-z0-9-]+\.onmicrosoft\.com$/i.test(text)) say(node, 'tenant', { name: text })
  }
  const duration = drive.member('durationHours')
  const [least, most] = hours
  if (duration !== undefined && !isWhole(duration.value, least, most)) {
    say(duration, 'hours', { hours: String(duration.value), least, most })
  }
  const concurrent = drive.member('maxConcurrent')
  if (concurrent !== undefined && !isWhole(concurrent.value, 1, 1000)) {
    say(concurrent, 'concurrent', { count: String(concurrent.value) })
  }
}

function fieldsOf(
  drive: JsonNode,
): readonly { readonly node: JsonNode; readonly key: string; readonly text: string }[] {
  return drive.children.flatMap((node) =>
    typeof node.value === 'string' && node.value !== '' ? [{ node, key: node.key ?? '', text: node.value }] : [],
  )
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
}

const texts = [
  ['description', 'testDriveDescription', 'description'],
  ['accessInformation', 'testDriveAccess', 'access information'],
  ['userManual', 'testDriveManual', 'user manual'],
] as const

function judgeTexts({ subject, edition, report }: CheckContext, drive: JsonNode): void {
  for (const [field, limited, what] of texts) {
    const text = textAt(drive, field)
    const limit = limitOf(limited, edition)
    if (text === undefined) report('test-drive-texts', drive, { message: 'missing', data: { what, field } })
    else if (lengthOf(text.text) > limit) {
      report('test-drive-texts', text.node, { message: 'length', data: { what, length: lengthOf(text.text), limit } })
    }
  }
  for (const video of entriesAt(drive, 'videos')) {
    const path = textAt(video, 'thumbnail')
    const image = path === undefined ? undefined : subject.offer.image(path.text)
    if (path === undefined || image === undefined || fits(image, imageSizes.testDriveThumbnail)) continue
    report('test-drive-texts', path.node, { message: 'thumbnail', data: { path: path.text } })
  }
}
