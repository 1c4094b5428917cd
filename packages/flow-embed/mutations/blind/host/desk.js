import { PublicClientApplication } from '@azure/msal-browser'

const signIn = new PublicClientApplication({
  auth: {
    clientId: '1b730954-1685-4b74-9bfd-dac224a7b894',
    authority: 'https://login.microsoftonline.com/organizations',
    redirectUri: 'https://desk.example.com/signed-in',
  },
})

async function tokenForFlows() {
  const [account] = signIn.getAllAccounts()
  const answer = await signIn.acquireTokenSilent({
    account,
    scopes: ['https://service.flow.microsoft.com/Flows.Manage.All'],
  })
  return answer.accessToken
}

function tell(text) {
  document.querySelector('main').append(text)
}

const sdk = new MsFlowSdk({
  hostName: 'https://make.powerautomate.com',
  locale: 'en-us',
})

const widget = sdk.renderWidget('flowCreation', {
  container: 'create-a-flow',
  environmentId: 'Default-00000000-0000-4000-8000-000000000000',
  debugMode: false,
  iframeTitle: 'Create a flow',
  errorHandler: (error) => tell(`Power Automate says: ${error.message}`),
  templatesSettings: {
    defaultParams: { 'parameters.ticketList': 'Tickets' },
    destination: 'new',
    pageSize: 6,
    searchTerm: 'ticket',
    allowCustomFlowName: true,
  },
})

widget.listen('GET_ACCESS_TOKEN', (_request, done) => {
  tokenForFlows()
    .then((token) => done(null, { token }))
    .catch((error) => done({ code: 'SignInFailed', message: error.message }, null))
})

widget.listen('GET_STRINGS', (_request, done) => {
  done(null, {
    FLOW_CREATION_CREATE_BUTTON: 'Start',
    FLOW_CREATION_CUSTOM_FLOW_NAME: 'Tickets of today',
    FLOW_CREATION_HEADER: 'A new flow for your desk',
  })
})

widget.listen('WIDGET_READY', () => {
  widget
    .notify('createFlowFromTemplate', { templateName: '1a2b3c4d5e6f40718293a4b5c6d7e8f9' })
    .catch((error) => tell(`The template could not be opened: ${error.code}`))
})

const myFlows = sdk.renderWidget('flows', {
  container: 'my-flows',
  iframeTitle: 'My flows',
  errorHandler: () => tell('The list of flows could not be shown.'),
  flowsSettings: {
    tab: 'myFlows',
    createFromBlankTemplateId: '1a2b3c4d5e6f40718293a4b5c6d7e8f9',
    flowsFilter: "operations/any(operation: operation/sharepoint.site eq 'https://example.sharepoint.com')",
  },
})

myFlows.listen('GET_ACCESS_TOKEN', async (_request, done) => {
  try {
    done(null, { token: await tokenForFlows() })
  } catch (error) {
    done({ code: 'SignInFailed', message: error.message })
  }
})
myFlows.listen('FLOW_CREATION_FAILED', () => tell('The new flow could not be made.'))
myFlows.listen('TEMPLATE_LOAD_FAILED', () => tell('The blank template could not be loaded.'))
myFlows.listen('WIDGET_CLOSE', () => myFlows.dispose())

widget.listen('FLOW_CREATION_SUCCEEDED', (request) => tell(`Made: ${request.data.flowId}`))
widget.listen('FLOW_CREATION_FAILED', () => tell('The flow could not be made.'))
widget.listen('TEMPLATE_LOAD_FAILED', () => tell('The template could not be loaded.'))
widget.listen('WIDGET_CLOSE', () => widget.dispose())
