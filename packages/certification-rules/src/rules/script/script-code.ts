import type { TextFile } from '@sevenstep/connector-schema'
import { type CheckContext, defineRuleFamily } from '../../engine/rule-family.ts'
import { blankCsharp } from './blank-csharp.ts'
import { supportedNamespaces } from './script-namespaces.ts'

const mostBytes = 1024 * 1024

/** The script as C#: its class, its method, what it uses. */
export const scriptCode = defineRuleFamily({
  id: 'script-code',
  rules: {
    'script-class': {
      title: 'The script is a class Script that extends ScriptBase.',
      messages: {
        found: {
          what: 'The script has no class Script.',
          why: 'The platform looks for a class of that name; without it the upload fails with an internal error.',
          fix: 'Write the script as: public class Script : ScriptBase.',
        },
        base: {
          what: 'The class Script does not extend ScriptBase.',
          why: 'Request, logger and the means to send come from ScriptBase; without it the upload fails with an internal error.',
          fix: 'Write the class as: public class Script : ScriptBase.',
        },
        name: {
          what: 'The class that extends ScriptBase is called "{name}".',
          why: 'The platform looks for a class called Script; without it the upload fails with an internal error.',
          fix: 'Call the class Script.',
        },
      },
    },
    'script-execute-async': {
      title: 'The script overrides ExecuteAsync.',
      messages: {
        found: {
          what: 'The script does not override ExecuteAsync.',
          why: 'It is the method the platform calls for each request; without it the script does not compile.',
          fix: 'Add: public override async Task<HttpResponseMessage> ExecuteAsync().',
        },
        signature: {
          what: 'The script’s ExecuteAsync is not an override without parameters that returns Task<HttpResponseMessage>.',
          why: 'The platform calls the method of ScriptBase; one with another signature is never called or does not compile.',
          fix: 'Declare it as: public override async Task<HttpResponseMessage> ExecuteAsync().',
        },
      },
    },
    'script-size': {
      title: 'The script is not larger than 1 MB.',
      messages: {
        found: {
          what: 'The script has {size} bytes; up to {max} are taken.',
          why: 'The platform does not take larger ones, and a script has only a few seconds to run.',
          fix: 'Move tables and texts to the service, and keep only what changes requests and responses.',
        },
      },
    },
    'script-no-httpclient': {
      title: 'The script sends requests through its context.',
      messages: {
        found: {
          what: 'The script makes its own {name}.',
          why: 'Requests of its own bypass the connection: its sign-in, its gateway and its limits.',
          fix: 'Send them with this.Context.SendAsync(request, this.CancellationToken).',
        },
      },
    },
    'script-namespaces': {
      title: 'The script uses only namespaces that are supported.',
      messages: {
        found: {
          what: 'The script uses the namespace {name}.',
          why: 'It is not among the 26 that are supported; what it is used for does not compile or is refused.',
          fix: 'Do without it, or leave the line out when nothing of the namespace is used.',
        },
      },
    },
  },
  check(context) {
    return {
      connector({ script, presence }) {
        if (script !== undefined) checkScript(context, script)
        else if (presence.script !== 'absent') {
          for (const rule of Object.keys(scriptCode.rules))
            context.notChecked(rule, 'No script was read.', 'Hand in script.csx too.')
        }
      },
    }
  },
})

function checkScript(context: CheckContext, file: TextFile): void {
  const { report } = context
  const size = file.sizeBytes
  if (size > mostBytes) report('script-size', { file, start: 0, end: 0 }, { data: { size, max: mostBytes } })
  const code = blankCsharp(file.text)
  checkClass(context, file, code)
  checkMethod(context, file, code)
  for (const match of code.matchAll(ownClients)) {
    const name = match[1] ?? match[3] ?? 'HttpClient'
    report('script-no-httpclient', placeOf(file, match), { data: { name } })
  }
  for (const match of code.matchAll(
    /^[ \t]*(?:global[ \t]+)?using[ \t]+(static[ \t]+|[\w]+[ \t]*=[ \t]*)?([\w.]+)[ \t]*;/gm,
  )) {
    const name = match[2] ?? ''
    if (!isSupported(name, match[1] !== undefined))
      report('script-namespaces', placeOf(file, match), { data: { name } })
  }
}

const ownClients =
  /\bnew\s+(?:System\.Net\.(?:Http\.)?)?(HttpClient|WebClient)\b|\b(?:HttpClient|WebClient)\s+\w+\s*=\s*(new)\s*\(|\b(WebRequest|HttpWebRequest)\s*\.\s*Create/g

/** A static or named use points at a type as a rule, whose namespace is what comes before. */
function isSupported(name: string, mayBeType: boolean): boolean {
  if (supportedNamespaces.has(name)) return true
  return mayBeType && supportedNamespaces.has(name.slice(0, Math.max(0, name.lastIndexOf('.'))))
}

function checkClass({ report }: CheckContext, file: TextFile, code: string): void {
  if (/\bclass\s+Script\s*:[^{;]{0,300}\bScriptBase\b/.test(code)) return
  const script = /\bclass\s+Script\b(?!\s*<)/.exec(code)
  const other = /\bclass\s+(\w+)\s*:[^{;]{0,300}\bScriptBase\b/.exec(code)
  if (script !== null) report('script-class', placeOf(file, script), { message: 'base' })
  else if (other !== null) {
    report('script-class', placeOf(file, other), { message: 'name', data: { name: other[1] ?? '' } })
  } else report('script-class', { file, start: 0, end: 0 })
}

function checkMethod({ report }: CheckContext, file: TextFile, code: string): void {
  const signature =
    /\boverride\b[^;{}=()]{0,60}\bTask\s*<\s*[\w.]{0,40}\bHttpResponseMessage\s*>\s*ExecuteAsync\s*\(\s*\)/
  if (signature.test(code)) return
  const method = /\b(?:Task|void|async|override)\b[^;{}=()]{0,80}\bExecuteAsync\s*\(/.exec(code)
  if (method === null) report('script-execute-async', { file, start: 0, end: 0 })
  else report('script-execute-async', placeOf(file, method), { message: 'signature' })
}

/** Where a match stands, without the blanks before it. */
function placeOf(file: TextFile, match: RegExpExecArray) {
  const blanks = match[0].length - match[0].trimStart().length
  return { file, start: match.index + blanks, end: match.index + match[0].length }
}
