// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the texts are pieces of scripts
import { type BlindFault, script } from './blind-fault.ts'

const embedding = 'power-automate-docs embed-flow-dev.md'
const code = 'what msflowsdk-1.1.js does'
const issue158 = 'MicrosoftDocs/power-automate-docs#158: authentication failed, or an endless animation'
const tokens = `widget.listen('GET_ACCESS_TOKEN', (_request, done) => {
  tokenForFlows()
    .then((token) => done(null, { token }))
    .catch((error) => done({ code: 'SignInFailed', message: error.message }, null))
})
`
const ready = "widget.listen('WIDGET_READY', () => {"
const answer = '    .then((token) => done(null, { token }))'
const refused = "    .catch((error) => done({ code: 'SignInFailed', message: error.message }, null))"
const render = "sdk.renderWidget('flowCreation', {"
const scopes = "scopes: ['https://service.flow.microsoft.com/Flows.Manage.All']"
const token =
  'eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.eyJhdWQiOiJodHRwczovL3NlcnZpY2UuZmxvdy5taWNyb3NvZnQuY29tIn0.c2lnbmF0dXJl'

/** A token is asked for, and this is what happens. */
const tokenFault = (
  name: string,
  from: BlindFault['from'],
  source: string,
  listener: string,
  severity: BlindFault['severity'],
  says: RegExp,
  at: readonly string[],
): BlindFault => script(name, from, source, tokens, listener, severity, says, at)

/** What is wrong in what the page says to the widget and hears from it. */
export const listenerFaults: readonly BlindFault[] = [
  tokenFault('nobody answers when a token is asked for', 'rejection', issue158, '', 'error', /GET_ACCESS_TOKEN/, [
    render,
  ]),
  tokenFault(
    'a token is fetched and never handed over',
    'rejection',
    issue158,
    "widget.listen('GET_ACCESS_TOKEN', (_request, done) => {\n  tokenForFlows().then((token) => token)\n})\n",
    'error',
    /done|call|answer/i,
    ["widget.listen('GET_ACCESS_TOKEN', (_request, done) => {\n  tokenForFlows().then((token) => token)"],
  ),
  script(
    'nobody is told when signing in fails',
    'rejection',
    `${issue158}; the widget waits for ever`,
    refused,
    '',
    'warning',
    /fail|error|reject|catch|done/i,
    [
      "widget.listen('GET_ACCESS_TOKEN', (_request, done) => {\n  tokenForFlows()\n    .then((token) => done(null, { token }))",
    ],
  ),
  script(
    'the token is handed over as an error',
    'rejection',
    embedding,
    answer,
    answer.replace('null, { token }', '{ token }'),
    'error',
    /first|error|null|second/i,
    ['done({ token })'],
  ),
  script(
    'the token has another name',
    'rejection',
    embedding,
    answer,
    answer.replace('{ token }', '{ accessToken: token }'),
    'error',
    /token/,
    ['done(null, { accessToken: token })'],
  ),
  script(
    'the token is handed over bare',
    'rejection',
    embedding,
    answer,
    answer.replace('{ token }', 'token'),
    'error',
    /token|object/,
    ['done(null, token)'],
  ),
  tokenFault(
    'a token that was fetched once',
    'rejection',
    `${issue158}: a token from the page’s store, which has run out`,
    "let token\ntokenForFlows().then((fetched) => {\n  token = fetched\n})\nwidget.listen('GET_ACCESS_TOKEN', (_request, done) => {\n  done(null, { token })\n})\n",
    'warning',
    /once|cache|fresh|renew|expire|stale|old|again/i,
    [
      "widget.listen('GET_ACCESS_TOKEN', (_request, done) => {\n  done(null, { token })\n})",
      'let token\ntokenForFlows().then((fetched) => {\n  token = fetched\n})',
    ],
  ),
  tokenFault(
    'a token written into the script',
    'rejection',
    'a token belongs into no file',
    `widget.listen('GET_ACCESS_TOKEN', (_request, done) => done(null, { token: '${token}' }))\n`,
    'error',
    /token/i,
    [`'${token}'`, `{ token: '${token}' }`, "widget.listen('GET_ACCESS_TOKEN', (_request, done) => done(null,"],
  ),
  script(
    'the token is kept in the browser',
    'rejection',
    'a token belongs into no storage',
    '  return answer.accessToken\n',
    "  localStorage.setItem('flow-token', answer.accessToken)\n  return answer.accessToken\n",
    'error',
    /localStorage|stor/i,
    ["localStorage.setItem('flow-token', answer.accessToken)"],
  ),
  script(
    'the token is written to the console',
    'rejection',
    'a token belongs into no log',
    answer,
    '    .then((token) => {\n      console.log(token)\n      done(null, { token })\n    })',
    'error',
    /log|console/i,
    ['console.log(token)'],
  ),
  script(
    'the token travels in an address',
    'rejection',
    'a token belongs into no address',
    answer,
    '    .then((token) => {\n      fetch(`https://desk.example.com/flows?token=${token}`)\n      done(null, { token })\n    })',
    'error',
    /address|URL|query/i,
    ['`https://desk.example.com/flows?token=${token}`', 'fetch(`https://desk.example.com/flows?token=${token}`)'],
  ),
  script(
    'a token of Graph',
    'rejection',
    `${issue158}: the audience has to be service.flow.microsoft.com`,
    scopes,
    "scopes: ['https://graph.microsoft.com/User.Read']",
    'error',
    /graph|audience|service\.flow/i,
  ),
  script(
    'a second listener for the same event',
    'rejection',
    `${code}: the first one wins`,
    "widget.listen('TEMPLATE_LOAD_FAILED', () =>",
    "widget.listen('FLOW_CREATION_FAILED', () => console.warn('failed'))\nwidget.listen('TEMPLATE_LOAD_FAILED', () =>",
    'warning',
    /FLOW_CREATION_FAILED/,
    ["widget.listen('FLOW_CREATION_FAILED', () => console.warn", "widget.listen('FLOW_CREATION_FAILED', () => tell("],
  ),
  tokenFault(
    'the page listens for tokens a second later',
    'rejection',
    `${code}: an event that nobody listens to is answered with UnlistenedEventCalled`,
    `setTimeout(() => {\n  ${tokens.trimEnd().replaceAll('\n', '\n  ')}\n}, 1000)\n`,
    'warning',
    /after|later|late|render|once|at once/i,
    ["setTimeout(() => {\n  widget.listen('GET_ACCESS_TOKEN', (_request, done)"],
  ),
  script(
    'an event whose name is misspelt',
    'rejection',
    code,
    "widget.listen('FLOW_CREATION_SUCCEEDED'",
    "widget.listen('FLOW_CREATION_SUCCEDED'",
    'warning',
    /FLOW_CREATION_SUCCEDED/,
  ),
  {
    name: 'a template is asked for before the widget is ready',
    from: 'rejection',
    source: `${code}: WidgetNotReady`,
    edits: [
      { file: 'desk.js', replace: `${ready}\n  widget\n    .notify`, by: 'widget\n    .notify' },
      {
        file: 'desk.js',
        replace: 'could not be opened: ${error.code}`))\n})',
        by: 'could not be opened: ${error.code}`))',
      },
    ],
    at: [{ file: 'desk.js', text: "widget\n    .notify('createFlowFromTemplate'" }],
    severity: 'error',
    says: /WIDGET_READY/,
  },
  script(
    'an action whose name is misspelt',
    'rejection',
    code,
    ".notify('createFlowFromTemplate'",
    ".notify('createFlowsFromTemplate'",
    'warning',
    /createFlowsFromTemplate/,
  ),
  script(
    'an action of another widget',
    'rejection',
    embedding,
    ".notify('createFlowFromTemplate', { templateName: '1a2b3c4d5e6f40718293a4b5c6d7e8f9' })",
    ".notify('closeInfoPane')",
    'warning',
    /closeInfoPane/,
  ),
  script(
    'an action without what it needs',
    'rejection',
    embedding,
    "{ templateName: '1a2b3c4d5e6f40718293a4b5c6d7e8f9' }",
    "{ templateId: '1a2b3c4d5e6f40718293a4b5c6d7e8f9' }",
    'warning',
    /templateName/,
    [".notify('createFlowFromTemplate', { templateId: '1a2b3c4d5e6f40718293a4b5c6d7e8f9' }"],
  ),
  script(
    'a failed creation goes unseen',
    'requirement',
    embedding,
    "widget.listen('FLOW_CREATION_FAILED', () => tell('The flow could not be made.'))\n",
    '',
    'warning',
    /FLOW_CREATION_FAILED/,
    [render],
  ),
  script(
    'a template that does not load goes unseen',
    'requirement',
    embedding,
    "widget.listen('TEMPLATE_LOAD_FAILED', () => tell('The template could not be loaded.'))\n",
    '',
    'warning',
    /TEMPLATE_LOAD_FAILED/,
    [render],
  ),
  script(
    'the widget cannot be closed',
    'requirement',
    embedding,
    "widget.listen('WIDGET_CLOSE', () => widget.dispose())\n",
    '',
    'warning',
    /WIDGET_CLOSE|dispose/,
    [render],
  ),
  script(
    'the widget is never disposed of',
    'requirement',
    code,
    '() => widget.dispose()',
    "() => tell('Closed.')",
    'info',
    /dispose/,
    [render, "() => tell('Closed.')"],
  ),
  script(
    'a text that does not exist',
    'rejection',
    embedding,
    "FLOW_CREATION_HEADER: 'A new",
    "FLOW_CREATION_TITLE: 'A new",
    'warning',
    /FLOW_CREATION_TITLE/,
  ),
  script(
    'a name for flows that may not be named',
    'requirement',
    embedding,
    '    allowCustomFlowName: true,\n',
    '',
    'warning',
    /allowCustomFlowName/,
    ["FLOW_CREATION_CUSTOM_FLOW_NAME: 'Tickets of today'"],
  ),
  script(
    'messages from anybody are obeyed',
    'rejection',
    'what browsers do with messages of other origins',
    "widget.listen('WIDGET_CLOSE'",
    "window.addEventListener('message', (event) => {\n  location.assign(event.data.url)\n})\nwidget.listen('WIDGET_CLOSE'",
    'warning',
    /origin/i,
    ["window.addEventListener('message', (event) => {"],
  ),
]
