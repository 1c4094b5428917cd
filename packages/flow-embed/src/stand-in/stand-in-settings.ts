/** What the stand-in is told from outside the page. */
export interface StandInSettings {
  /** Host of widgets where a page names none; as in Microsoft's code, that of 2018. */
  readonly defaultHost: string
  /** What the end of a message's origin is compared with. */
  readonly originEnds: readonly string[]
  /** Widgets by type, each with its paths by the alias that `tab` chooses; the first is taken where none is. */
  readonly widgets: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly oauthHandlers: readonly string[]
}

/** Paths of widgets, as the original's code builds their addresses. */
export const widgetPaths: StandInSettings['widgets'] = {
  flows: { myFlows: '/manage{environment}/flows', sharedFlows: '/manage{environment}/flows/shared' },
  flowCreation: { flowCreation: '/manage{environment}/templates/flowCreation' },
  flowsRuntime: { flowsRuntime: '/manage{environment}/flow/run' },
  approvalCenter: {
    receivedApprovals: '/manage{environment}/approvals/received',
    sentApprovals: '/manage{environment}/approvals/sent',
  },
  templates: { templates: '/templates/' },
  // Of the widgets that nobody documents only the names and these tabs are known: their paths are the stand-in's own.
  bpfActionCenter: { bpfActionCenter: '/standin/bpfActionCenter' },
  connectionWizard: { connectionWizard: '/standin/connectionWizard' },
  copilotPlugins: { copilotPlugins: '/standin/copilotPlugins' },
  flowDetails: { flowDetails: '/standin/flowDetails' },
  flowEdit: { flowEdit: '/standin/flowEdit' },
  flowNew: {
    flowNewBlank: '/standin/flowNew',
    flowNewAutomated: '/standin/flowNew/automated',
    flowNewInstant: '/standin/flowNew/instant',
    flowNewScheduled: '/standin/flowNew/scheduled',
  },
  flowRunDetails: { flowRunDetails: '/standin/flowRunDetails' },
  naturalLanguageToFlowWizard: { naturalLanguageToFlowWizard: '/standin/naturalLanguageToFlowWizard' },
}
