import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { CrowdOrder, CrowdReport } from './crowd-messages.ts'

/** Many clients in a process of their own. Orders are carried out one after the other. */
export class Crowd {
  readonly #process: ChildProcess

  constructor() {
    const entry = fileURLToPath(new URL('./crowd-process.ts', import.meta.url))
    this.#process = fork(entry, { execArgv: ['--import', 'tsx'] })
  }

  /** Resolves, with the time the crowd itself measured (ms), when the order is carried out. */
  async order(order: CrowdOrder): Promise<number> {
    return (await this.report(order)).ms
  }

  /** The same, with all that the crowd reports. */
  async report(order: CrowdOrder): Promise<CrowdReport> {
    const report = this.told(order.do)
    await this.give(order)
    return report
  }

  /** Gives an order without waiting for its end; resolves when it is on its way. */
  give(order: CrowdOrder): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#process.send(order, (error) => (error === null ? resolve() : reject(error)))
    })
  }

  told(what: CrowdOrder['do']): Promise<CrowdReport> {
    return new Promise((resolve, reject) => {
      const gone = (code: number | null) => reject(new Error(`the crowd ended with ${code}`))
      const listen = (report: CrowdReport) => {
        if (report.done !== what) return
        this.#process.off('message', listen)
        this.#process.off('exit', gone)
        resolve(report)
      }
      this.#process.on('message', listen)
      this.#process.once('exit', gone)
    })
  }

  end(): void {
    this.#process.kill()
  }
}
