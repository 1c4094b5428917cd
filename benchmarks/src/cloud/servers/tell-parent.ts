/** Tells the process that measures where this one listens, and answers its questions: the processor time and others. */
export function tellParent(url: string, answers: Readonly<Record<string, () => unknown>> = {}): void {
  process.on('message', (question) => process.send?.(answers[String(question)]?.() ?? processorTime()))
  process.on('disconnect', () => process.exit())
  process.send?.(url)
}

/** Milliseconds. */
function processorTime(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
