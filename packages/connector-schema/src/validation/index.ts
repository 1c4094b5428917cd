export { parseProperties, parseSettings, type ShapeProblem, type ShapeReading } from './parse-file.ts'
export { propertiesSchema } from './properties-schema.ts'
export { settingsSchema } from './settings-schema.ts'
