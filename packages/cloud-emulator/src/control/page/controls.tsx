import type { ArmedFault } from '../../faults/fault.ts'
import type { ClockMode } from '../../server/controllable-clock.ts'
import { quickFaults } from './quick-faults.ts'

/** What the controls show. */
export interface ControlsProps {
  readonly faults: readonly ArmedFault[]
  readonly snapshots: readonly string[]
  readonly mode: ClockMode
}

/** Clock, faults and snapshots as plain forms. */
export function Controls({ faults, snapshots, mode }: ControlsProps) {
  return (
    <section aria-labelledby="controls">
      <h2 id="controls">Controls</h2>
      <div class="cards">
        <Clock mode={mode} />
        <Faults faults={faults} />
        <Snapshots snapshots={snapshots} />
      </div>
    </section>
  )
}

function Clock({ mode }: { readonly mode: ClockMode }) {
  return (
    <div class="card">
      <h3>Clock</h3>
      <form method="post" action="/emulator" class="row">
        <label class="field">
          Move ahead by
          <select name="seconds">
            <option value="60">1 minute</option>
            <option value="600">10 minutes</option>
            <option value="3600">1 hour</option>
            <option value="86400">1 day</option>
          </select>
        </label>
        <button type="submit" name="do" value="advance" class="secondary">
          Move
        </button>
      </form>
      <form method="post" action="/emulator" class="row">
        <input type="hidden" name="mode" value={mode === 'held' ? 'machine' : 'held'} />
        <button type="submit" name="do" value="mode" class="secondary">
          {mode === 'held' ? 'Let it run' : 'Hold it'}
        </button>
      </form>
    </div>
  )
}

function Faults({ faults }: { readonly faults: readonly ArmedFault[] }) {
  return (
    <div class="card">
      <h3>Faults</h3>
      <form method="post" action="/emulator" class="row">
        <label class="field">
          At the next request
          <select name="fault">
            {Object.entries(quickFaults).map(([key, { title }]) => (
              <option value={key}>{title}</option>
            ))}
          </select>
        </label>
        <button type="submit" name="do" value="fault" class="secondary">
          Add
        </button>
      </form>
      {faults.length === 0 ? (
        <p class="soft">None in force.</p>
      ) : (
        faults.map((fault) => (
          <form method="post" action="/emulator" class="row">
            <input type="hidden" name="id" value={fault.id} />
            <p>
              {fault.effect.kind}: struck {fault.struck}
              {fault.times === undefined ? '' : ` of ${fault.times}`}
            </p>
            <button type="submit" name="do" value="remove-fault" class="secondary" aria-label={`Remove ${fault.id}`}>
              Remove
            </button>
          </form>
        ))
      )}
    </div>
  )
}

function Snapshots({ snapshots }: { readonly snapshots: readonly string[] }) {
  return (
    <div class="card">
      <h3>Snapshots</h3>
      <form method="post" action="/emulator" class="row">
        <label class="field">
          Name
          <input name="name" required maxlength={100} autocomplete="off" />
        </label>
        <button type="submit" name="do" value="save" class="secondary">
          Save
        </button>
      </form>
      {snapshots.map((name) => (
        <form method="post" action="/emulator" class="row">
          <input type="hidden" name="name" value={name} />
          <p>{name}</p>
          <button type="submit" name="do" value="restore" class="secondary" aria-label={`Restore ${name}`}>
            Restore
          </button>
        </form>
      ))}
    </div>
  )
}
