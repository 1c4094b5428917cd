export { answerStandIn, type StandInAnswer, type StandInOptions, standInScript, standInWidgetPage } from './stand-in.ts'
