export { type ShapeIssue, shapeIssues } from './shape-issues.ts'
