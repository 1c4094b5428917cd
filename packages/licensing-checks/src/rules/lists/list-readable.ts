import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Whether the lists could be read as a whole. */
export const listReadable = defineRuleFamily({
  id: 'list-readable',
  group: 'Lists',
  rules: {
    'licence-list-recognised': {
      title: 'The file is a list of licences that is known.',
      setting: 'error',
      sources: ['graph-subscriptions', 'graph-licences'],
      messages: {
        found: {
          what: 'This file is no list of licences that we know.',
          why: 'Nothing in it was judged.',
          fix: 'Export users with licenseDetails or subscribedSkus from Microsoft Graph, subscribedskus from Partner Center, or what the admin centre exports as CSV: active users, or Billing > Licenses.',
        },
      },
    },
    'licence-list-readable': {
      title: 'Everything in the list can be read.',
      setting: 'error',
      severityByMessage: { encoding: 'warning' },
      sources: ['graph-subscriptions', 'graph-licences'],
      messages: {
        found: {
          what: '{problem}.',
          why: 'What cannot be read is not judged, so that somebody may look covered or bare who is not.',
          fix: 'Export the list again, or correct this place.',
        },
        encoding: {
          what: 'From here on the list has bytes that are not UTF-8.',
          why: 'Names come out garbled, so that people of two lists are not brought together.',
          fix: 'Save or export it as UTF-8; Excel calls it "CSV UTF-8".',
        },
        json: {
          what: 'The JSON cannot be read from here on ({problem}).',
          why: 'What stands behind this place was not judged.',
          fix: 'Export the list again.',
        },
      },
    },
  },
  check({ subject: { files }, report }) {
    for (const { file, format, problems } of files) {
      const fatal = file.json?.problems.find(({ isRecovered }) => !isRecovered)
      if (fatal !== undefined) {
        const at = { file, start: fatal.start, end: fatal.end }
        report('licence-list-readable', at, { message: 'json', data: { problem: fatal.code } })
      }
      if (format === undefined && problems.length === 0 && fatal === undefined) {
        report('licence-list-recognised', file.json?.root ?? { file, start: 0, end: 0 })
      }
      // UTF-16 was decoded whole; only what no encoding explains leaves this sign.
      const garbled = file.isUtf8 ? -1 : file.text.indexOf('\uFFFD')
      if (garbled !== -1) {
        report('licence-list-readable', { file, start: garbled, end: garbled + 1 }, { message: 'encoding' })
      }
      for (const { what, at } of problems) report('licence-list-readable', at, { data: { problem: what } })
    }
  },
})
