export { type DrawOptions, drawFlow, type FlowDrawing } from './draw-flow.ts'
