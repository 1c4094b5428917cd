import type { PlantedFault } from './planted-fault.ts'

const page = (from: PlantedFault['from'], rule: string, name: string, replace: string, by: string, at: string, also?: readonly string[]) =>
  ({ name, from, rule, file: 'index.html', replace, by, at, ...(also !== undefined && { also }) }) satisfies PlantedFault
const script = (from: PlantedFault['from'], rule: string, name: string, replace: string, by: string, at: string, also?: readonly string[]) =>
  ({ name, from, rule, file: 'app.js', replace, by, at, ...(also !== undefined && { also }) }) satisfies PlantedFault

const known = 'known failure'
const slip = 'possible slip'
const tokenListener = `widget.listen('GET_ACCESS_TOKEN', (request, done) => {
  getToken().then(
    (token) => done(null, { token }),
    (error) => done({ code: error.name, message: 'Nobody is signed in.' }),
  )
})`

/** What pages that embed widgets are known to fail by: reports of hosts, changes of Microsoft's, documentation that is wrong. */
const knownFailures: readonly PlantedFault[] = [
  page(known, 'embed-sdk-from-microsoft', 'a copy of the script', 'https://make.powerautomate.com/Content/', '/lib/', 'src="/lib'),
  page(known, 'embed-sdk-current-host', 'the script of the old host', 'https://make.powerautomate.com/Content/', 'https://flow.microsoft.com/Content/', 'src="https://flow'),
  script(known, 'embed-host-name-given', 'no hostName', "hostName: 'https://make.powerautomate.com', ", '', '{ locale'),
  script(known, 'embed-widget-type', 'runtime as documented', "renderWidget('flows'", "renderWidget('runtime'", "'runtime'"),
  script(known, 'embed-sdk-options', 'no options object', "MsFlowSdk({ hostName: 'https://make.powerautomate.com', locale: 'en-us', hostId: 'FleetDesk' })", 'MsFlowSdk()', 'MsFlowSdk'),
  script(known, 'embed-option-key', 'templateSettings as documented', 'templatesSettings: {', 'templateSettings: {', 'templateSettings'),
  script(known, 'embed-locale-known', 'the locale hi-hu of the documentation', "'en-us'", "'hi-hu'", "'hi-hu'"),
  script(known, 'embed-token-listened', 'nobody answers for tokens', tokenListener, '', 'renderWidget'),
  script(known, 'embed-token-answered', 'a refused sign-in is never answered', "    (error) => done({ code: error.name, message: 'Nobody is signed in.' }),\n", '', '(request, done) => {\n  getToken'),
  script(known, 'embed-container-exists', 'a container that is not there', "container: 'flows'", "container: 'flow-list'", "'flow-list'"),
  script(known, 'embed-listen-once', 'a second listener for tokens', "widget.listen('WIDGET_READY'", "widget.listen('GET_ACCESS_TOKEN', () => {})\nwidget.listen('WIDGET_READY'", "'GET_ACCESS_TOKEN', () => {}"),
  script(known, 'embed-notify-after-ready', 'asked before it is ready', "widget.listen('WIDGET_READY', () => hideSpinner())", "widget.listen('WIDGET_READY', () => hideSpinner())\nwidget.notify('closeWidget')", 'notify', ['embed-action-known']),
  { ...page(known, 'embed-csp-frame', 'a policy without the frame', '<title>', '<meta http-equiv="Content-Security-Policy" content="frame-src \'self\'"><title>', 'content="frame') },
  { ...page(known, 'embed-isolation', 'an isolated page', '', '', ''), facts: { headers: [['Cross-Origin-Embedder-Policy', 'require-corp']] } },
  page(known, 'embed-frame-sandbox', 'a sandbox without scripts', '<iframe title', '<iframe sandbox="allow-forms" title', 'sandbox'),
  script(known, 'embed-token-not-exposed', 'a token in the log', '(token) => done(null, { token })', '(token) => { console.log(token); done(null, { token }) }', 'console.log'),
  script(known, 'embed-message-origin', 'messages of everybody', "  if (event.origin !== 'https://chat.fleetdesk.example') return\n", '', "addEventListener"),
  page(known, 'embed-gallery-address', 'pageSize as widgets spell it', 'pagesize=4', 'pageSize=4', 'src="https://make.powerautomate.com/en-us'),
  { ...page(known, 'embed-gallery-parameters', 'a parameter no template declares', '?q=fleet', '?q=fleet&parameters.site=1', 'src="https://make.powerautomate.com/en-us'), facts: { templateParameters: ['vehicle'] } },
]

/** Slips that are possible wherever a value is written. */
const possibleSlips: readonly PlantedFault[] = [
  script(slip, 'embed-tab-value', 'a tab of another widget', "tab: 'myFlows'", "tab: 'receivedApprovals'", "'receivedApprovals'"),
  script(slip, 'embed-setting-key', 'a setting spelled wrong', 'destination:', 'destinaton:', 'destinaton'),
  script(slip, 'embed-destination', 'a destination that is none', "destination: 'details'", "destination: 'detail'", "'detail'"),
  script(slip, 'embed-page-size', 'a page size that is no number', 'pageSize: 6', "pageSize: 'six'", "'six'"),
  script(slip, 'embed-template-id', 'a template id that is a name', '0123456789abcdef0123456789abcdef', 'new-vehicle', "'new-vehicle'"),
  script(slip, 'embed-filter', 'a filter that is not closed', "contoso.example')\"", 'contoso.example\'"', '"operations'),
  script(slip, 'embed-environment-id', 'an environment by its name', 'Default-72f988bf-86f1-41af-91ab-2d7cd011db47', 'Production', "'Production'"),
  script(slip, 'embed-default-parameters', 'a parameter without its prefix', "'parameters.vehicle'", "'vehicle'", "'vehicle'"),
  script(slip, 'embed-text-key', 'a text no widget asks for', 'FLOW_CREATION_HEADER:', 'FLOW_CREATION_TITLE:', 'FLOW_CREATION_TITLE'),
  script(slip, 'embed-event-known', 'an event spelled wrong', "'WIDGET_READY'", "'WIDGET_REDY'", "'WIDGET_REDY'"),
  script(slip, 'embed-failure-events', 'failures go unheard', "widget.listen('FLOW_CREATION_FAILED', () => showProblem('flow-not-created'))\n", '', 'renderWidget'),
  script(slip, 'embed-error-handler', 'no error handler', '  errorHandler: (error) => showProblem(error.code),\n', '', '{\n  container'),
  script(slip, 'embed-dispose', 'never disposed', '() => widget.dispose()', '() => goBack()', 'renderWidget'),
  script(slip, 'embed-debug-off', 'debug mode left on', 'debugMode: false', 'debugMode: true', 'true'),
  script(slip, 'embed-widget-title', 'no title for the widget', "  iframeTitle: 'Your flows',\n", '', '{\n  container'),
  page(slip, 'embed-frame-title', 'no title for the gallery', '<iframe title="Templates"', '<iframe', '<iframe'),
  page(slip, 'embed-container-width', 'a container that is too narrow', 'width: 900px', 'width: 300px', 'style='),
  script(slip, 'embed-token-shape', 'the token itself instead of an object', 'done(null, { token })', 'done(null, token)', 'token)'),
  script(slip, 'embed-listen-at-once', 'listens after a while', tokenListener, `setTimeout(() => {\n${tokenListener}\n})`, "listen('GET_ACCESS"),
  script(slip, 'embed-host-name-known', 'a host of somebody else', "'https://make.powerautomate.com'", "'https://make.powerautomate.example'", "'https://make.powerautomate.example'"),
  script(slip, 'embed-script-readable', 'a bracket too few', '  container: ', '  container ', "'flows',\n  iframe"),
]

/** Every kind of fault that is planted. */
export const plantedFaults: readonly PlantedFault[] = [...knownFailures, ...possibleSlips]
