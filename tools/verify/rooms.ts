/** What one package may know of the others. */
export interface RoomRule {
  /** Packages of this workspace that its sources, tests and package.json may name. */
  readonly mayImport: readonly string[]
  /** Entries of `exports` that may use Node's own modules; every other entry has to run in a browser too. */
  readonly nodeEntries: readonly string[]
  /** Entries that need packages a reader brings along (optional peers), such as a test runner. */
  readonly peerEntries?: readonly string[]
  /** True where the whole package is for Node, so that `node:` imports need no `src/node` folder. */
  readonly nodeOnly?: true
}

/** The arrows of docs/architecture.md: imports point down, and only along these. */
export const roomRules: Readonly<Record<string, RoomRule>> = {
  '@sevenstep/findings': { mayImport: [], nodeEntries: ['./testing'] },
  '@sevenstep/located-json': { mayImport: [], nodeEntries: [] },
  '@sevenstep/package-archives': { mayImport: [], nodeEntries: [] },
  '@sevenstep/connector-schema': {
    mayImport: ['@sevenstep/findings', '@sevenstep/located-json', '@sevenstep/package-archives'],
    nodeEntries: ['./node'],
  },
  '@sevenstep/certification-rules': {
    // package-archives in tests only, to make the archives that rules are tried on.
    mayImport: [
      '@sevenstep/connector-schema',
      '@sevenstep/findings',
      '@sevenstep/located-json',
      '@sevenstep/package-archives',
      '@sevenstep/rule-engine',
    ],
    nodeEntries: [],
  },
  '@sevenstep/rule-engine': {
    mayImport: ['@sevenstep/findings', '@sevenstep/located-json'],
    nodeEntries: ['./generating', './testing'],
    peerEntries: ['./testing'],
  },
  '@sevenstep/sign-in-checks': {
    // cloud-access for `./live` alone.
    mayImport: ['@sevenstep/cloud-access', '@sevenstep/findings', '@sevenstep/located-json', '@sevenstep/rule-engine'],
    nodeEntries: ['./live'],
  },
  '@sevenstep/flow-templates': {
    mayImport: [
      '@sevenstep/findings',
      '@sevenstep/located-json',
      '@sevenstep/package-archives',
      '@sevenstep/rule-engine',
    ],
    nodeEntries: ['./node'],
  },
  '@sevenstep/flow-embed': {
    mayImport: ['@sevenstep/findings', '@sevenstep/located-json', '@sevenstep/rule-engine'],
    nodeEntries: [],
  },
  '@sevenstep/licensing-checks': {
    // cloud-access for `./purchase` and `./live` alone; cloud-emulator in its tests only, which rehearse orders against it.
    mayImport: [
      '@sevenstep/cloud-access',
      '@sevenstep/cloud-emulator',
      '@sevenstep/findings',
      '@sevenstep/located-json',
      '@sevenstep/rule-engine',
    ],
    nodeEntries: ['./live', './purchase'],
  },
  '@sevenstep/safe-fetch': { mayImport: [], nodeEntries: ['.'], nodeOnly: true },
  '@sevenstep/listing-checks': {
    // safe-fetch for `./live` alone.
    mayImport: [
      '@sevenstep/findings',
      '@sevenstep/located-json',
      '@sevenstep/package-archives',
      '@sevenstep/rule-engine',
      '@sevenstep/safe-fetch',
    ],
    nodeEntries: ['./node', './live'],
  },
  '@sevenstep/onboarding': { mayImport: [], nodeEntries: [] },
  // The operations are data that a page can show; everything else talks to a network.
  '@sevenstep/cloud-access': { mayImport: [], nodeEntries: ['.', './journal', './testing'] },
  '@sevenstep/deployment-client': {
    // cloud-emulator in tests only: it is what deployments are rehearsed against.
    mayImport: [
      '@sevenstep/cloud-access',
      '@sevenstep/cloud-emulator',
      '@sevenstep/connector-schema',
      '@sevenstep/findings',
      '@sevenstep/flow-templates',
      '@sevenstep/located-json',
    ],
    nodeEntries: ['.'],
    nodeOnly: true,
  },
  '@sevenstep/cloud-emulator': {
    mayImport: ['@sevenstep/cloud-access', '@sevenstep/connector-schema', '@sevenstep/flow-templates'],
    nodeEntries: ['.'],
    nodeOnly: true,
  },
  sevenstep: {
    mayImport: [
      '@sevenstep/certification-rules',
      '@sevenstep/cloud-access',
      '@sevenstep/cloud-emulator',
      '@sevenstep/connector-schema',
      '@sevenstep/deployment-client',
      '@sevenstep/findings',
      '@sevenstep/flow-templates',
      '@sevenstep/located-json',
      '@sevenstep/package-archives',
      '@sevenstep/rule-engine',
      '@sevenstep/sign-in-checks',
      '@sevenstep/flow-embed',
      '@sevenstep/licensing-checks',
      '@sevenstep/listing-checks',
      '@sevenstep/safe-fetch',
    ],
    nodeEntries: [],
    nodeOnly: true,
  },
  '@sevenstep/check-page': {
    mayImport: [
      '@sevenstep/certification-rules',
      '@sevenstep/connector-schema',
      '@sevenstep/findings',
      '@sevenstep/located-json',
      '@sevenstep/package-archives',
    ],
    nodeEntries: [],
  },
  '@sevenstep/tracker': {
    // cloud-emulator for the offline demo alone; cloud-access, and of deployment-client all but `./report`, for the making
    // of the demo's deployment when the tracker is built.
    mayImport: [
      '@sevenstep/certification-rules',
      '@sevenstep/cloud-access',
      '@sevenstep/cloud-emulator',
      '@sevenstep/connector-schema',
      '@sevenstep/deployment-client',
      '@sevenstep/findings',
      '@sevenstep/onboarding',
      '@sevenstep/package-archives',
      '@sevenstep/sign-in-checks',
      '@sevenstep/flow-embed',
      '@sevenstep/flow-templates',
      '@sevenstep/licensing-checks',
      '@sevenstep/listing-checks',
      '@sevenstep/rule-engine',
      '@sevenstep/safe-fetch',
    ],
    nodeEntries: [],
    nodeOnly: true,
  },
  '@sevenstep/benchmarks': {
    mayImport: [
      '@sevenstep/certification-rules',
      '@sevenstep/cloud-access',
      '@sevenstep/cloud-emulator',
      '@sevenstep/deployment-client',
      '@sevenstep/flow-templates',
      '@sevenstep/sign-in-checks',
      '@sevenstep/flow-embed',
      '@sevenstep/licensing-checks',
      '@sevenstep/listing-checks',
      '@sevenstep/safe-fetch',
      '@sevenstep/connector-schema',
      '@sevenstep/findings',
      '@sevenstep/located-json',
      '@sevenstep/onboarding',
      '@sevenstep/package-archives',
      '@sevenstep/tracker',
      'sevenstep',
    ],
    nodeEntries: [],
    nodeOnly: true,
  },
  '@sevenstep/tools': { mayImport: ['sevenstep'], nodeEntries: [], nodeOnly: true },
}
