import { defineRuleFamily } from '../../engine/rule-family.ts'

/** Attributes of frames with the gallery. */
export const frameAttributes = defineRuleFamily({
  id: 'frame-attributes',
  group: 'The page',
  rules: {
    'embed-frame-title': {
      title: 'A frame with templates has a title.',
      setting: 'warning',
      sources: ['wcag'],
      messages: {
        found: {
          what: 'The frame has no title.',
          why: 'People who use a screen reader are told only that there is a frame.',
          fix: 'Add title="Templates", in the language of the page.',
        },
      },
    },
    'embed-frame-sandbox': {
      title: 'A sandbox lets the frame do what it needs.',
      setting: 'error',
      sources: ['html-standard'],
      confidence: 'low',
      messages: {
        found: {
          what: 'The sandbox does not hold {missing}.',
          why: 'The frame needs scripts, its own cookies, forms, and pop-ups to sign in to connections.',
          fix: 'Take the sandbox away, or add {missing}.',
        },
      },
    },
  },
  check({ subject: { page }, report }) {
    const needed = ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-forms']
    for (const { element } of page.galleries) {
      if (element === undefined) continue
      const { attributes, at } = element
      const name = attributes.get('title') ?? attributes.get('aria-label') ?? attributes.get('aria-labelledby')
      if ((name?.value ?? '').trim() === '') report('embed-frame-title', at)
      const sandbox = attributes.get('sandbox')
      const given = sandbox?.value.toLowerCase().split(/\s+/) ?? needed
      const missing = needed.filter((one) => !given.includes(one)).join(', ')
      if (missing !== '') report('embed-frame-sandbox', sandbox?.at ?? at, { data: { missing } })
    }
  },
})
