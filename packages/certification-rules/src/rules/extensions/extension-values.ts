import type { JsonNode } from '@sevenstep/located-json'
import { type CheckContext, defineRuleFamily, type MendContext } from '../../engine/rule-family.ts'
import { nearestWord } from '../texts/nearest-word.ts'

const visibilities: readonly string[] = ['important', 'advanced', 'internal']
const triggers: readonly string[] = ['single', 'batch']
const encodings: readonly string[] = ['single', 'double']
const mediaKinds: readonly string[] = ['image', 'audio']
const nextLinks: readonly string[] = ['nextLink', '@odata.nextLink']

/** Values of the extensions that allow only certain words. */
export const extensionValues = defineRuleFamily({
  id: 'extension-values',
  rules: {
    'ext-visibility-value': {
      title: 'The visibility is "important", "advanced" or "internal".',
      mend: 'proposed',
      deviation:
        'Mended after a look when the word was empty or merely near: "none" and "normal" mean no visibility at all.',
      messages: {
        found: {
          what: 'The visibility is {value}; it can be "important", "advanced" or "internal".',
          why: 'Words that are not known, also in capitals, have no effect, so what should be hidden is shown.',
          fix: 'Write one of the three in lower case, or leave "x-ms-visibility" out for normal.',
        },
      },
    },
    'ext-trigger-value': {
      title: 'A trigger is "single" or "batch".',
      mend: 'automatic',
      messages: {
        found: {
          what: '"x-ms-trigger" is {value}; it can be "single" or "batch".',
          why: 'The platform does not know how to run the trigger, and the definition is refused.',
          fix: 'Write "single" for one event at a time, "batch" for a list.',
        },
      },
    },
    'ext-url-encoding-value': {
      title: 'The encoding of a parameter in the path is "single" or "double".',
      mend: 'automatic',
      messages: {
        found: {
          what: '"x-ms-url-encoding" is {value}; it can be "single" or "double".',
          why: 'The definition is refused, because the platform does not know how to write the value into the address.',
          fix: 'Write "single", or "double" when values may hold a slash.',
        },
      },
    },
    'ext-media-kind': {
      title: 'The kind of media is "image" or "audio".',
      mend: 'automatic',
      messages: {
        found: {
          what: '"x-ms-media-kind" is {value}; it can be "image" or "audio".',
          why: 'Apps cannot tell which control to show for the content.',
          fix: 'Write "image" or "audio", or leave it out.',
        },
      },
    },
    'ext-pageable-next-link': {
      title: 'The link to the next page is called "nextLink" or "@odata.nextLink".',
      mend: 'automatic',
      deviation:
        'Automatic only for the wrong letter case of a known name in a definition whose responses agree; else no mend.',
      messages: {
        found: {
          what: 'The link to the next page is called {value}; it can be "nextLink" or "@odata.nextLink".',
          why: 'Other names are not followed, so makers get the first page only.',
          fix: 'Give the link one of the two names, with the policy "updatenextlink" when your service calls it differently.',
        },
      },
    },
  },
  check(context) {
    const visibility = (value: JsonNode | undefined): void =>
      judge(context, 'ext-visibility-value', value, visibilities)
    return {
      operation({ node }) {
        visibility(node.member('x-ms-visibility'))
        judge(context, 'ext-trigger-value', node.member('x-ms-trigger'), triggers)
        const pageable = node.member('x-ms-pageable')
        judge(context, 'ext-pageable-next-link', pageable?.member('nextLinkName'), nextLinks)
      },
      parameter(parameter) {
        if (parameter.isBody) visibility(parameter.node.member('x-ms-visibility'))
        judge(context, 'ext-url-encoding-value', parameter.node.member('x-ms-url-encoding'), encodings)
      },
      schemaKeyword: {
        'x-ms-visibility': visibility,
        'x-ms-media-kind': (value) => judge(context, 'ext-media-kind', value, mediaKinds),
      },
    }
  },
  mends: {
    'ext-visibility-value'({ node, edit }) {
      if (node === undefined) return
      const word = String(node.value).trim().toLowerCase()
      if (['', 'none', 'normal', 'default'].includes(word)) edit.remove(node)
      else writeNearest(node, visibilities, edit)
    },
    'ext-trigger-value': writeLowerCase(triggers),
    'ext-url-encoding-value': writeLowerCase(encodings),
    'ext-media-kind': writeLowerCase(mediaKinds),
    'ext-pageable-next-link'({ node, edit, connector }) {
      const meant = nextLinks.find((name) => name.toLowerCase() === String(node?.value).toLowerCase())
      if (node === undefined || meant === undefined) return
      const text = connector.definition?.file.text ?? ''
      // The service answers in one spelling; only where the definition shows that one too is the other a slip.
      if (text.includes(`"${meant}":`) && !text.includes(`"${String(node.value)}":`)) edit.set(node, meant)
    },
  },
})

function judge({ report }: CheckContext, rule: string, node: JsonNode | undefined, words: readonly string[]): void {
  if (node === undefined || (typeof node.value === 'string' && words.includes(node.value))) return
  report(rule, node, { data: { value: node.value === undefined ? `an ${node.kind}` : JSON.stringify(node.value) } })
}

/** Only the letter case and white space around may differ: nothing is guessed. */
function writeLowerCase(words: readonly string[]): (context: MendContext) => void {
  return ({ node, edit }) => {
    const word = String(node?.value).trim().toLowerCase()
    if (node !== undefined && words.includes(word)) edit.set(node, word)
  }
}

function writeNearest(node: JsonNode, words: readonly string[], edit: MendContext['edit']): void {
  const meant = nearestWord(String(node.value).trim(), words)
  if (meant !== undefined) edit.set(node, meant)
}
