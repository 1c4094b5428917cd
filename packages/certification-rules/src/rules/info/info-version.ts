import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Which version of the connector this is: `info.version`. */
export const infoVersion = defineRuleFamily({
  id: 'info-version',
  rules: {
    'info-version-required': {
      title: 'The definition has a version.',
      mend: 'proposed',
      messages: {
        found: {
          what: 'The definition has no version.',
          why: 'OpenAPI demands one, and readers of a history cannot tell two states apart without it.',
          fix: 'Add "version" to "info", for example "1.0.0".',
        },
      },
    },
    'info-version-numeric': {
      title: 'The version is made of numbers and dots.',
      deviation: 'no mend: only the author knows which number the text stands for',
      messages: {
        found: {
          what: 'The version is "{version}".',
          why: 'Numbers such as 1.2.0 can be compared; words cannot.',
          fix: 'Write it as two or three numbers joined by dots.',
        },
      },
    },
  },
  check({ report }) {
    return {
      definition({ node, info }) {
        const version = info?.member('version')
        if (version === undefined || version.value === '' || version.value === null)
          report('info-version-required', version ?? info ?? node)
        else if (
          version.children.length === 0 &&
          version.kind !== 'array' &&
          version.kind !== 'object' &&
          !/^v?\d+(\.\d+){0,3}([-+][0-9A-Za-z.-]+)?$/.test(String(version.value))
        ) {
          report('info-version-numeric', version, { data: { version: String(version.value ?? version.kind) } })
        }
      },
    }
  },
  mends: {
    'info-version-required': ({ node, edit }) => {
      if (node === undefined || node.key === undefined) return
      if (node.kind === 'object' && node.key === 'info') edit.insert(node, 'version', '1.0.0')
      else if (node.key === 'version') edit.set(node, '1.0.0')
    },
  },
})
