export { camelCase, type FamilyFile, familyFiles, loadFamilies } from './family-files.ts'
export { type FamilyList, generateRoom, type RoomToGenerate } from './generate-room.ts'
export { familiesModule, pagesModule, type RulePage } from './modules.ts'
export { type PageParts, pageSections, pageText } from './page-text.ts'
