import type { JsonProblem } from '@sevenstep/located-json'
import { type Mend, type RuleContext, ruleFamilyOf } from '@sevenstep/rule-engine'
import type { Edition, ManifestSubject, Profile } from '../../engine/sign-in-subject.ts'
import { formatNames, ownKeys } from '../../registration/manifest-format.ts'
import { problemInWords } from './problem-in-words.ts'

/** Whether the file is JSON, and an app registration in one of the formats there are. */
export const manifestFormat = ruleFamilyOf<ManifestSubject, Profile, Edition>()({
  id: 'manifest-format',
  group: 'App registration',
  rules: {
    'app-manifest-json': {
      title: 'The manifest is strict JSON.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      mend: 'automatic',
      mendByMessage: { found: 'none', unread: 'none' },
      messages: {
        comma: {
          what: 'A comma stands here too many.',
          why: 'The portal and the command line tools refuse the whole manifest.',
          fix: 'Remove the comma.',
        },
        found: {
          what: 'The manifest is not strict JSON: {problem}.',
          why: 'The portal and the command line tools refuse the whole manifest.',
          fix: 'Write the place as JSON asks for it, or export the manifest again.',
        },
        unread: {
          what: 'The manifest could not be read past this place: {problem}.',
          why: 'What stands behind it was not checked, and no tool accepts the file.',
          fix: 'Correct this place, or export the manifest again.',
        },
      },
    },
    'app-manifest-recognised': {
      title: 'The file is an app registration.',
      setting: 'error',
      sources: ['graph-manifest', 'old-manifest'],
      messages: {
        found: {
          what: 'The file is no app registration that we know.',
          why: 'It has too few of the keys of the three formats, so nothing else in it was checked.',
          fix: 'Export the manifest in the portal, or save what GET /applications/ with its id answers.',
        },
      },
    },
    'app-manifest-one-format': {
      title: 'The manifest keeps to one format.',
      setting: 'warning',
      sources: ['graph-manifest', 'old-manifest'],
      deviation: 'No page forbids the mixture; the portal ignores or refuses the keys of the other format.',
      messages: {
        found: {
          what: 'The key "{key}" belongs to the {other}, but the manifest is in {format}.',
          why: 'Keys of the other format are refused or not looked at, so what they say does not hold.',
          fix: 'Say the same with the key of this format, and remove this one.',
        },
      },
    },
  },
  check(context) {
    const { json } = context.subject.file
    for (const problem of json?.problems ?? []) reportProblem(context, problem)
    if (context.subject.registration === undefined) {
      if (json?.isComplete !== false) context.report('app-manifest-recognised', json?.root ?? wholeFile(context))
      else context.notChecked('app-manifest-recognised', 'The manifest could not be read to its end.')
    }
    reportForeignKeys(context)
  },
  mends: {
    'app-manifest-json': (({ edit, start, end }) => edit.replace(start, end, '')) satisfies Mend<ManifestSubject>,
  },
})

type Context = RuleContext<ManifestSubject, Profile, Edition>

function wholeFile({ subject }: Context): { readonly path: string } {
  return { path: subject.file.path }
}

function reportProblem({ subject, report }: Context, problem: JsonProblem): void {
  // A byte-order mark is what Windows' editors write; the portal takes it.
  if (problem.code === 'byte-order-mark') return
  const isComma = problem.code === 'trailing-comma' || problem.code === 'stray-comma'
  const message = isComma ? 'comma' : problem.isRecovered ? 'found' : 'unread'
  const place = { file: subject.file, start: problem.start, end: problem.end }
  report('app-manifest-json', place, { message, data: { problem: problemInWords(problem) } })
}

/** The two old formats share most of their keys, so only what the new one and the old ones have apart is told. */
function reportForeignKeys({ subject: { registration }, report }: Context): void {
  if (registration === undefined) return
  const { root, format } = registration
  const isNew = format === 'microsoft-graph'
  const foreign = isNew
    ? [...ownKeys['azure-ad-graph'], ...ownKeys['azure-ad-graph-early']].filter((key) => key !== 'name')
    : ['isFallbackPublicClient', 'web', 'spa', 'api', 'info']
  for (const key of foreign) {
    const node = root.member(key)
    if (node === undefined || node.kind === 'null') continue
    const other = formatNames[isNew ? 'azure-ad-graph' : 'microsoft-graph']
    report('app-manifest-one-format', node, { onKey: true, data: { key, other, format: formatNames[format] } })
  }
}
