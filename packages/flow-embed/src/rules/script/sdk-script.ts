import { knownHostOf } from '../../data/known-hosts.ts'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { widgetHosts } from '../../hosts.ts'
import type { SdkCreation, SdkReference } from '../../page/host-page.ts'
import { functionAround } from '../../page/widget-uses.ts'
import { noteAbsent, noteUnseen, reasonOf } from '../looking.ts'

/** Where Microsoft's script comes from, and when. */
export const sdkScript = defineRuleFamily({
  id: 'sdk-script',
  group: 'Microsoft’s script',
  rules: {
    'embed-sdk-from-microsoft': {
      title: 'Microsoft’s script comes from Microsoft’s host, never as a copy.',
      setting: 'error',
      exceptions: [
        { editions: ['2018-02'], setting: 'warning', because: 'copies and bundles were allowed in the seeds’ time' },
      ],
      sources: ['embed', 'embed-2018', 'sdk-code'],
      messages: {
        found: {
          what: 'The script "{address}" does not come from a host of Microsoft’s.',
          why: 'Copies stop working when Microsoft changes its hosts: old ones drop the messages of the new host.',
          fix: 'Load {right} and leave the copy out.',
        },
        inScript: {
          what: 'This script holds a copy of Microsoft’s SDK.',
          why: 'Copies stop working when Microsoft changes its hosts: old ones drop the messages of the new host.',
          fix: 'Take the copy out of the bundle and load {right} from the page.',
        },
        http: {
          what: 'The script "{address}" is loaded without https.',
          why: 'Browsers refuse it on a secure page, and anybody on the way can change it.',
          fix: 'Load {right}.',
        },
      },
    },
    'embed-sdk-current-host': {
      title: 'Microsoft’s script comes from make.powerautomate.com.',
      setting: 'warning',
      exceptions: [{ editions: ['2018-02'], setting: 'off', because: 'flow.microsoft.com was the host' }],
      sources: ['embed'],
      messages: {
        found: {
          what: 'The script "{address}" comes from the host of 2018.',
          why: 'It only leads on to the new host, and policies that name the one do not fit the other.',
          fix: 'Load {right}.',
        },
      },
    },
    'embed-sdk-loaded': {
      title: 'A page that uses Microsoft’s script loads it.',
      setting: 'error',
      sources: ['embed'],
      messages: {
        found: {
          what: 'MsFlowSdk is used here, and nothing among the files loads Microsoft’s script.',
          why: 'The name is unknown then, and the page stops with an error.',
          fix: 'Add <script src="{right}"></script> before this script.',
        },
      },
    },
    'embed-sdk-before-use': {
      title: 'Microsoft’s script is there before it is used.',
      setting: 'error',
      sources: ['html-standard', 'sdk-code'],
      messages: {
        found: {
          what: 'MsFlowSdk is used at once, but Microsoft’s script is loaded with "{how}".',
          why: 'The page may get here first, and stops with an error on slow connections.',
          fix: 'Take "{how}" away, or start from window.msFlowSdkLoaded, which Microsoft’s script calls when it is ready.',
        },
      },
    },
    'embed-sdk-no-integrity': {
      title: 'Microsoft’s script is not pinned by a hash.',
      setting: 'warning',
      sources: [],
      deviation: 'Ours: Microsoft changes the file under the same address, as it did in January 2022.',
      messages: {
        found: {
          what: 'The script is pinned by its attribute integrity.',
          why: 'The day Microsoft changes the file, browsers refuse it and every widget is gone.',
          fix: 'Take the attribute away; let the content security policy name the host.',
        },
      },
    },
  },
  check(context) {
    const { page } = context.subject
    const isUnseen = noteUnseen(context, [...ofReferences, ...ofUses])
    if (!isUnseen && page.sdkReferences.length + page.creations.length + page.sdkCopies.length === 0)
      noteAbsent(context, [...ofReferences, ...ofUses])
    else if (!isUnseen && page.creations.length === 0) noteAbsent(context, ofUses)
    for (const reference of page.sdkReferences) judgeReference(context, reference)
    for (const creation of page.creations) if (creation.by === 'wrapper') noteUnknownHost(context, creation)
    const right = `${widgetHosts[context.edition]}/Content/msflowsdk-1.1.js`
    for (const at of page.sdkCopies) {
      context.report('embed-sdk-from-microsoft', at, { message: 'inScript', data: { right } })
    }
    judgeUse(context, right)
  },
})

/** What is judged of the ways to load the script, and of its uses. */
const ofReferences = ['embed-sdk-from-microsoft', 'embed-sdk-current-host', 'embed-sdk-no-integrity']
const ofUses = ['embed-sdk-loaded', 'embed-sdk-before-use']

function judgeReference({ report, edition }: CheckContext, { address, at, element }: SdkReference): void {
  const right = `${widgetHosts[edition]}/Content/msflowsdk-1.1.js`
  const url = URL.canParse(address, 'https://page.invalid') ? new URL(address, 'https://page.invalid') : undefined
  const host = url === undefined ? undefined : knownHostOf(`https://${url.host}`)
  const isHttp = url?.protocol === 'http:'
  const isOfThisMachine = url !== undefined && /^(localhost|127\.0\.0\.1|[\w-]+\.localhost)$/.test(url.hostname)
  if (host === undefined && !isOfThisMachine) report('embed-sdk-from-microsoft', at, { data: { address, right } })
  else if (isHttp && !isOfThisMachine) {
    report('embed-sdk-from-microsoft', at, { message: 'http', data: { address, right } })
  } else if (host?.isOld === true) report('embed-sdk-current-host', at, { data: { address, right } })
  const integrity = element?.attributes.get('integrity')
  if (integrity !== undefined) report('embed-sdk-no-integrity', integrity.at)
}

/** The wrapper loads the script from the host that it is given, which the rules about hosts judge where it is known. */
function noteUnknownHost({ notChecked }: CheckContext, { options }: SdkCreation): void {
  const host = options?.kind === 'object' ? options.entries.get('host')?.value : options
  if (host?.kind !== 'unknown') return
  for (const rule of ['embed-sdk-from-microsoft', 'embed-sdk-current-host']) notChecked(rule, reasonOf(host))
}

function judgeUse({ subject: { page }, report, notChecked }: CheckContext, right: string): void {
  const uses = page.creations.filter(({ by }) => by === 'microsoft')
  if (uses.length === 0) return
  const isLoaded = page.sdkReferences.length + page.sdkCopies.length > 0
  const isPageGiven = page.pages.length > 0
  for (const { at, script, node } of uses) {
    if (!isLoaded && isPageGiven) report('embed-sdk-loaded', at, { data: { right } })
    if (!isLoaded && !isPageGiven) {
      for (const rule of [...ofReferences, ...ofUses])
        notChecked(rule, 'No page was given that may load Microsoft’s script.', 'Hand in the page too.')
    }
    const late = page.sdkReferences.find(({ element }) => delayOf(element) !== undefined)
    const how = delayOf(late?.element)
    const isAtOnce = functionAround(script, node) === undefined && !waits(page, script)
    if (how !== undefined && isAtOnce) {
      report('embed-sdk-before-use', at, {
        data: { how },
        ...(late !== undefined && { related: [{ at: late.at, note: 'loaded here' }] }),
      })
    }
  }
}

/** What lets a page go on before the script is there. */
function delayOf(element: SdkReference['element']): string | undefined {
  return ['async', 'defer'].find((name) => element?.attributes.has(name) === true)
}

/** Modules and deferred scripts run after deferred ones before them; only an asynchronous one may still be missing. */
function waits(
  page: CheckContext['subject']['page'],
  script: { readonly program: { readonly sourceType: string } },
): boolean {
  const isAsync = page.sdkReferences.some(({ element }) => element?.attributes.has('async') === true)
  return !isAsync && script.program.sourceType === 'module'
}
