import { expect, expectTypeOf, test } from 'vitest'
import {
  codeActions,
  codeEvents,
  commonEvents,
  oauthHandlers,
  optionKeys,
  settingKeys,
  widgetKinds,
} from '../data/widget-catalogue.ts'
import type { FlowWidget } from './flow-widget.ts'
import type { FlowWidgetsOptions, RenderOptions } from './flow-widgets.ts'
import type { ActionOf, EventOf, WidgetRequest } from './widget-events.ts'
import type { ApprovalCenterSettings, FlowsSettings, TemplatesSettings, WidgetType } from './widget-settings.ts'

/** Every name of a union, each of which the compiler asks for and none beside which it lets through. */
const namesOf = (names: Readonly<Record<string, true>>): readonly string[] => Object.keys(names).sort()
const sorted = (names: readonly string[]): readonly string[] => [...names].sort()

test('types are those that the code accepts', () => {
  const types: Record<WidgetType, true> = {
    approvalCenter: true,
    bpfActionCenter: true,
    connectionWizard: true,
    copilotPlugins: true,
    flowCreation: true,
    flowDetails: true,
    flowEdit: true,
    flowNew: true,
    flowRunDetails: true,
    flows: true,
    flowsRuntime: true,
    naturalLanguageToFlowWizard: true,
    templates: true,
  }
  expect(namesOf(types)).toEqual(sorted(widgetKinds.map(({ type }) => type)))
})

test('options are those that the code looks for, with names of our own for what the wrapper does', () => {
  type Groups<Type extends WidgetType> = Type extends WidgetType ? keyof RenderOptions<Type> : never
  const options: Record<Groups<WidgetType>, true> = {
    additionalOwners: true,
    approvalCenterSettings: true,
    campaign: true,
    connectionWizardSettings: true,
    container: true,
    debugMode: true,
    embeddedIn: true,
    enableOnBehalfOfTokens: true,
    enableRegionalPortal: true,
    enableWidgetV2: true,
    environmentId: true,
    environmentLocation: true,
    flowCreationSettings: true,
    flowDetailsSettings: true,
    flowName: true,
    flowNewSettings: true,
    flowsSettings: true,
    groupId: true,
    historyDisabled: true,
    oAuthHandler: true,
    pathAliasOverrides: true,
    runId: true,
    runtimeSettings: true,
    sessionId: true,
    solutionId: true,
    templatesSettings: true,
    texts: true,
    title: true,
    visibleHideKeys: true,
    widgetId: true,
    widgetStyleSettings: true,
  }
  const own: Readonly<Record<string, string>> = { errorHandler: 'texts', iframeTitle: 'title' }
  expect(namesOf(options)).toEqual(sorted(optionKeys.map((key) => own[key] ?? key)))
})

test('settings are those of the catalogue', () => {
  const flows: Record<keyof FlowsSettings, true> = {
    allowImplicitConsent: true,
    createFromBlankTemplateId: true,
    enableBusinessProcessFlow: true,
    enableTeamsHomePage: true,
    flowsFilter: true,
    hideDesignerBackButton: true,
    hideDesignerTestButton: true,
    hideFlowCreation: true,
    hideTabs: true,
    isMini: true,
    tab: true,
  }
  const templates: Record<keyof TemplatesSettings, true> = {
    allowCustomFlowName: true,
    defaultParams: true,
    destination: true,
    dietCategory: true,
    disableNavigationAfterAutoCreation: true,
    enableDietDesigner: true,
    enableWidgetCloseOnFlowSave: true,
    hideSidePanel: true,
    metadataSortProperty: true,
    oneClickCategory: true,
    pageSize: true,
    searchTerm: true,
    showCreateFromBlank: true,
    showGoBack: true,
    showHiddenTemplates: true,
    templateCategory: true,
    useServerSideProvisioning: true,
    waitAfterSavingFlow: true,
  }
  const approvals: Record<keyof ApprovalCenterSettings, true> = {
    approvalsFilter: true,
    autoNavigateToDetails: true,
    hideFlowCreation: true,
    hideInfoPaneCloseButton: true,
    hideLink: true,
    hideTabs: true,
    showApprovalHistory: true,
    showSimpleEmptyPage: true,
    tab: true,
  }
  expect({
    flowsSettings: namesOf(flows),
    templatesSettings: namesOf(templates),
    approvalCenterSettings: namesOf(approvals),
  }).toEqual(Object.fromEntries(Object.entries(settingKeys).map(([group, keys]) => [group, sorted(keys)])))
  const handlers: Record<NonNullable<RenderOptions<'flows'>['oAuthHandler']>, true> = {
    mobileWidgetOAuth: true,
    oAuth: true,
    teamsOAuth: true,
    widgetOAuth: true,
  }
  expect(namesOf(handlers)).toEqual(sorted(oauthHandlers))
})

test('events, requests and actions are those of the catalogue', () => {
  const told: Record<Exclude<EventOf<'flows'>, 'WIDGET_READY' | 'WIDGET_RENDERED'>, true> = {
    CONNECTION_REFERENCES_CONFIRMED: true,
    EXECUTE_TEAMS_DEEP_LINK: true,
    FLOW_CREATION_FAILED: true,
    FLOW_CREATION_SUCCEEDED: true,
    FLOW_INSTALL_FAILED: true,
    FLOW_INSTALL_SUCCEEDED: true,
    ON_ADD_CONNECTION_CLICKED: true,
    ON_DELETE_CUSTOMAPI_CLICKED: true,
    SIDE_PANE_VISIBILITY_SET: true,
    TEMPLATE_LOAD_FAILED: true,
    WIDGET_CLOSE: true,
  }
  const asked: Record<WidgetRequest, true> = {
    GET_IMPLICIT_DATA: true,
    GET_WIDGET_OPTIONS: true,
    LAUNCH_OAUTH_POPUP: true,
  }
  const ofFlows = widgetKinds.find(({ type }) => type === 'flows')?.events ?? []
  expect([...namesOf(told), ...namesOf(asked)].sort()).toEqual([...ofFlows, ...codeEvents].sort())
  expect(commonEvents.filter((event) => event.startsWith('WIDGET_'))).toEqual(['WIDGET_READY', 'WIDGET_RENDERED'])
  const actions: Record<ActionOf<'flows'>, true> = {
    connectionsConfirmed: true,
    refreshApis: true,
    refreshConnections: true,
    showAlertBanner: true,
    userSelectionUpdated: true,
  }
  expect(namesOf(actions)).toEqual(sorted(codeActions))
})

test('payloads are typed, and what is documented nowhere is unknown', () => {
  const use = (widget: FlowWidget<'flowsRuntime'>, wizard: FlowWidget<'connectionWizard'>) => {
    widget.on('FLOW_CREATION_SUCCEEDED', ({ flowUrl, fromTemplate }) => {
      expectTypeOf(flowUrl).toEqualTypeOf<string>()
      expectTypeOf(fromTemplate).toEqualTypeOf<string | undefined>()
    })
    wizard.on('CONNECTION_WIZARD_CLOSED', (data) => expectTypeOf(data).toEqualTypeOf<unknown>())
    void widget.ask('triggerFlow', { flowName: 'f' })
    void widget.ask('closeWidget')
    void widget.ask('refreshConnections')
    widget.answer('GET_IMPLICIT_DATA', () => ({ row: 1 }))
    // @ts-expect-error this action needs the name of a flow
    void widget.ask('triggerFlow')
    // @ts-expect-error nothing goes along with it
    void widget.ask('closeWidget', 1)
    // @ts-expect-error approvals are another widget's
    widget.on('SENT_APPROVAL_STATUS_CHANGED', () => {})
    // @ts-expect-error tokens are answered by the wrapper
    widget.answer('GET_ACCESS_TOKEN', () => 'token')
    const options: RenderOptions<'flowNew'> = { container: 'a', flowNewSettings: { tab: 'flowNewInstant' } }
    // @ts-expect-error settings of another widget
    const wrong: RenderOptions<'flowNew'> = { container: 'a', flowsSettings: {} }
    const sdk: Pick<FlowWidgetsOptions, 'hostPlatform' | 'hostVersion' | 'hostLocale'> = { hostPlatform: 'web' }
    return [options, wrong, sdk]
  }
  expect(use).toBeTypeOf('function')
})
