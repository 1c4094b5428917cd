import type { JournalEntry } from '../../journal/journal.ts'

/** The latest requests, the newest first. */
export function Requests({ entries }: { readonly entries: readonly JournalEntry[] }) {
  return (
    <section aria-labelledby="requests">
      <h2 id="requests">Requests</h2>
      {entries.length === 0 ? (
        <p>None yet. Point a client here and reload this page.</p>
      ) : (
        // Focusable, so that the keyboard can scroll it on a narrow screen.
        <section class="scroll" aria-label="Table of requests" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th class="short">Time (UTC)</th>
                <th class="short">Status</th>
                <th>Request</th>
                <th>Operation</th>
                <th>Caller</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr>
                  <td class="short">{entry.at.slice(11, 19)}</td>
                  <td class="short">
                    <span class={entry.status === 0 || entry.status >= 400 ? 'bad' : ''}>
                      {entry.status === 0 ? 'Cut off' : entry.status}
                    </span>
                  </td>
                  <td>
                    {entry.method} {entry.address}
                    {entry.code !== undefined && <div class="bad">{entry.code}</div>}
                    {entry.fault !== undefined && <div class="bad">Fault: {entry.fault}</div>}
                  </td>
                  <td>{entry.operation ?? (entry.service === 'identity' ? 'Sign-in' : 'Not covered')}</td>
                  <td class="short">{entry.caller?.kind ?? ''}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}
