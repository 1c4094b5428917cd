import { messageOriginEnds } from '../data/known-hosts.ts'
import { oauthHandlers } from '../data/widget-catalogue.ts'
import { sdkProgram, widgetProgram } from '../generated/stand-in-programs.ts'
import { sdkPath, widgetHosts } from '../hosts.ts'
import { type StandInSettings, widgetPaths } from './stand-in-settings.ts'

/** An answer to be sent by whatever serves it: a server, a worker, or a browser's interception of requests. */
export interface StandInAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** How the stand-in behaves; everything has a default. */
export interface StandInOptions {
  /**
   * What the end of a message's origin is compared with, beside Microsoft's own; by default the host the script was asked
   * at, so that it works on this machine.
   */
  readonly originEnds?: readonly string[]
}

/**
 * Answers in the place of Microsoft's host: the script at its usual path, and a page for every widget. It stands in for
 * the parts that a page depends on, not for Power Automate: no flow is listed, made or run.
 */
export function answerStandIn(address: string, { originEnds }: StandInOptions = {}): StandInAnswer {
  const { pathname, host } = new URL(address)
  if (pathname === sdkPath) {
    return answer(200, 'text/javascript', standInScript(originEnds ?? [host]))
  }
  if (/^\/[a-z-]+\/widgets\//.test(pathname)) return answer(200, 'text/html', standInWidgetPage())
  return answer(404, 'text/plain', `The stand-in has nothing at ${pathname}: ${sdkPath} and /en-us/widgets/… only.`)
}

/** The text of a script that behaves as Microsoft's does, as far as is known of it. */
export function standInScript(originEnds: readonly string[] = []): string {
  const settings: StandInSettings = {
    defaultHost: widgetHosts['2018-02'],
    originEnds: [...messageOriginEnds, ...originEnds],
    widgets: widgetPaths,
    oauthHandlers,
  }
  return run(sdkProgram, `standIn.installSdk(${JSON.stringify(settings)})`)
}

/** The page that a widget's frame shows; its buttons send events. */
export function standInWidgetPage(): string {
  const script = run(widgetProgram, 'standIn.playWidget()')
  const events = ['FLOW_CREATION_SUCCEEDED', 'FLOW_CREATION_FAILED', 'TEMPLATE_LOAD_FAILED', 'WIDGET_CLOSE']
  const buttons = events.map((event) => `<button type="button" data-event="${event}">${event}</button>`).join('\n')
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Stand-in for a widget</title></head>
<body>
<h1 id="heading">Stand-in</h1>
<p id="state" role="status">starting</p>
${buttons}
<script>${script.replaceAll('</', '<\\/')}</script>
</body>
</html>
`
}

function run(program: string, call: string): string {
  return `;(() => {\n${program}\n${call}\n})()\n`
}

function answer(status: number, type: string, body: string): StandInAnswer {
  return { status, headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' }, body }
}
