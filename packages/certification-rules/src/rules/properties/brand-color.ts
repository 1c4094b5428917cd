import { defineRuleFamily } from '../../engine/rule-family.ts'
import { certifiedProfiles } from '../certified-profiles.ts'
import { isWhole } from '../whole-file.ts'

const defaultColor = '#007ee5'
const white = '#ffffff'
const independentColor = '#da3b01'

/** The colour behind the icon: `iconBrandColor`. */
export const brandColor = defineRuleFamily({
  id: 'brand-color',
  rules: {
    'props-brand-color-required': {
      title: 'The properties give a brand colour.',
      messages: {
        found: {
          what: 'There is no brand colour.',
          why: 'The published schema demands it: the icon and every action stand on this colour.',
          fix: 'Add "iconBrandColor" to "properties", for example "#1f6f78".',
        },
      },
    },
    'props-brand-color-hex': {
      title: 'The brand colour is written as #rrggbb.',
      mend: 'automatic',
      messages: {
        found: {
          what: 'The brand colour is "{color}".',
          why: 'Only a number sign and six hexadecimal digits are understood.',
          fix: 'Write it as "#rrggbb".',
        },
      },
    },
    'props-brand-color-not-default': {
      title: 'The brand colour is not the wizard’s default.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The brand colour is #007ee5, the default.',
          why: 'A reviewer sees from it that nobody has chosen one.',
          fix: 'Use the colour of your brand, the same as the icon’s background.',
        },
      },
    },
    'props-brand-color-not-white': {
      title: 'The brand colour is not white.',
      profiles: certifiedProfiles,
      messages: {
        found: {
          what: 'The brand colour is white.',
          why: 'The actions of a flow would have no visible header.',
          fix: 'Use the colour of your brand, the same as the icon’s background.',
        },
      },
    },
    'props-brand-color-independent': {
      title: 'An independent publisher’s connector has the colour #da3b01.',
      profiles: ['independent-publisher'],
      mend: 'automatic',
      messages: {
        found: {
          what: 'The brand colour is "{color}".',
          why: 'All connectors of independent publishers have the colour #da3b01.',
          fix: 'Write "#da3b01".',
        },
      },
    },
    'props-brand-color-not-independent': {
      title: 'A verified publisher’s connector does not have the independent publishers’ colour.',
      profiles: ['verified-publisher'],
      messages: {
        found: {
          what: 'The brand colour is #da3b01, which marks connectors of independent publishers.',
          why: 'Makers would take the connector for somebody else’s.',
          fix: 'Use the colour of your brand, the same as the icon’s background.',
        },
      },
    },
  },
  check({ report }) {
    return {
      properties(properties) {
        const { body, node } = properties
        const value = body?.member('iconBrandColor')
        if (value === undefined || value.value === '' || value.value === null) {
          if (isWhole(properties)) report('props-brand-color-required', value ?? body ?? node)
          return
        }
        const written = String(value.value ?? value.kind)
        const color = completeColor(written) ?? written
        if (!/^#[0-9a-f]{6}$/i.test(written)) report('props-brand-color-hex', value, { data: { color: written } })
        if (color === defaultColor) report('props-brand-color-not-default', value)
        if (color === white) report('props-brand-color-not-white', value)
        if (color === independentColor) report('props-brand-color-not-independent', value)
        else report('props-brand-color-independent', value, { data: { color: written } })
      },
    }
  },
  mends: {
    'props-brand-color-hex': ({ node, edit }) => {
      const color = typeof node?.value === 'string' ? completeColor(node.value) : undefined
      if (node !== undefined && color !== undefined) edit.set(node, color)
    },
    'props-brand-color-independent': ({ node, edit }) => {
      if (node !== undefined) edit.set(node, independentColor)
    },
  },
})

/** The colour in six lower-case digits, from three or six digits with or without the sign. */
function completeColor(written: string): string | undefined {
  const digits = /^\s*#?([0-9a-f]{6}|[0-9a-f]{3})\s*$/i.exec(written)?.[1]?.toLowerCase()
  if (digits === undefined) return undefined
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`
}
