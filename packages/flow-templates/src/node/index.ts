export type { FolderLimits } from './list-folder.ts'
export { type ReadPackagePathOptions, readPackagePath } from './read-package-path.ts'
export { type PathWriting, writePackageFile, writePackageFolder } from './write-package-path.ts'
