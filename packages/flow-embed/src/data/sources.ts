/** Where a fact was read. */
export interface Source {
  readonly title: string
  readonly address: string
  /** The state of the page that was read. */
  readonly seen: string
}

/** Where the facts of this room were read; rules and data name them by key. */
export const sources = {
  embed: {
    title: 'Integrate Power Automate with websites and apps',
    address: 'https://learn.microsoft.com/power-automate/developer/embed-flow-dev',
    seen: '2023-02',
  },
  'embed-2018': {
    title: 'Integrate Microsoft Flow with websites and apps',
    address: 'https://github.com/MicrosoftDocs/flow-docs/blob/main/articles/developer/embed-flow-dev.md',
    seen: '2021-07',
  },
  'sdk-code': {
    title: 'The code of Microsoft’s script msflowsdk-1.1.js, as pages load it',
    address: 'https://make.powerautomate.com/Content/msflowsdk-1.1.js',
    seen: '2022-12',
  },
  'html-standard': {
    title: 'HTML standard: iframes, scripts and messages between windows',
    address: 'https://html.spec.whatwg.org/multipage/iframe-embed-object.html',
    seen: '2024-10',
  },
  csp: {
    title: 'Content Security Policy Level 3',
    address: 'https://www.w3.org/TR/CSP3/',
    seen: '2024-10',
  },
  wcag: {
    title: 'WCAG 2.2, success criterion 4.1.2: name, role, value',
    address: 'https://www.w3.org/TR/WCAG22/#name-role-value',
    seen: '2024-10',
  },
} as const satisfies Readonly<Record<string, Source>>

/** Key of a source. */
export type SourceKey = keyof typeof sources
