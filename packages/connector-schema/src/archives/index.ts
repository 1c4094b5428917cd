export type { ArchiveContents, SolutionConnector, SolutionContents } from './archive-contents.ts'
export type { ContainerProblem } from './container-problem.ts'
export {
  type ConnectorArchive,
  type ReadConnectorArchiveOptions,
  readConnectorArchive,
} from './read-connector-archive.ts'
