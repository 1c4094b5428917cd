export { camelCase, type FamilyFile, familyFiles, loadFamilies } from './family-files.ts'
export { familiesModule, pagesModule, type RulePage } from './modules.ts'
export { type PageParts, pageSections, pageText } from './page-text.ts'
