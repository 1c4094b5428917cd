export type { FileProblem } from './file-problem.ts'
export { type FindConnectorsOptions, type FoundConnectors, findConnectors } from './find-connectors.ts'
export { type FolderReading, type ReadConnectorFolderOptions, readConnectorFolder } from './read-connector-folder.ts'
export { defaultMaxFileBytes, type FileReading, readFileBounded } from './read-file-bounded.ts'
