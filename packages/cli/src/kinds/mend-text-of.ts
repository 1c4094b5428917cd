// Apart, because few checks mend anything, and those that do not have to start quickly.
export { mendText } from '@sevenstep/rule-engine'
