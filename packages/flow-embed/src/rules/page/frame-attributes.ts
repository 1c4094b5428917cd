import { defineRuleFamily } from '../../engine/rule-family.ts'
import { noteNothingShown, reasonOf } from '../looking.ts'

/** Attributes of frames with the gallery. */
export const frameAttributes = defineRuleFamily({
  id: 'frame-attributes',
  group: 'The page',
  rules: {
    'embed-frame-title': {
      title: 'A frame of Power Automate has a title.',
      setting: 'warning',
      sources: ['wcag'],
      messages: {
        found: {
          what: 'The frame has no title.',
          why: 'People who use a screen reader are told only that there is a frame.',
          fix: 'Add a title that says what it shows, such as title="Templates", in the language of the page.',
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
  check(context) {
    const { report, notChecked } = context
    const needed = ['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-forms']
    const rules = ['embed-frame-title', 'embed-frame-sandbox']
    noteNothingShown(context, rules)
    for (const { at, why } of context.subject.page.unfollowedGalleries)
      for (const rule of rules) notChecked(rule, reasonOf({ kind: 'unknown', why, at }))
    for (const { element, at } of [...context.subject.page.galleries, ...context.subject.page.portalFrames]) {
      if (element === undefined) {
        for (const rule of rules)
          notChecked(rule, `${at.file.path}: the frame that the address is put into was not followed.`)
        continue
      }
      const { attributes, isOpen } = element
      const name = attributes.get('title') ?? attributes.get('aria-label') ?? attributes.get('aria-labelledby')
      const sandbox = attributes.get('sandbox')
      const elsewhere = `${at.file.path}: attributes of the frame are put in from elsewhere.`
      if (name === undefined && isOpen === true) notChecked('embed-frame-title', elsewhere)
      else if (name?.unknown === undefined && (name?.value ?? '').trim() === '') report('embed-frame-title', element.at)
      if (sandbox?.unknown !== undefined || (sandbox === undefined && isOpen === true)) {
        notChecked('embed-frame-sandbox', elsewhere)
        continue
      }
      const given = sandbox?.value.toLowerCase().split(/\s+/) ?? needed
      const missing = needed.filter((one) => !given.includes(one)).join(', ')
      if (missing !== '') report('embed-frame-sandbox', sandbox?.at ?? element.at, { data: { missing } })
    }
  },
})
