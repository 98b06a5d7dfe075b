import type { LinkBridge } from '../../src/shared/lifecycle/app-link.ts'
import type { BackgroundBridge } from '../../src/shared/lifecycle/background.ts'
import type { Bridge } from '../../src/shared/bridge.ts'
import type { MainSpeed } from '../../src/shared/speed/main-speed.ts'
import type { MenuSection } from '../../src/shared/menu.ts'
import type { NotificationBridge } from '../../src/shared/notification.ts'
import type { UpdatesBridge } from '../../src/shared/updates.ts'
import type { SystemLocale } from '../../src/shared/region/regional-formats.ts'
import type { Appearance } from '../shell/appearance.ts'
import type { ConversationsApi } from '../api/conversations.ts'
import type { RateLimit } from '../api/rate-limit.ts'
import type { RequestLog } from '../api/request-log.ts'
import type { HostGate } from '../accounts/host-gate.ts'
import type { CarryOvers } from '../carry-over/carry-over.ts'
import type { DeviceBackups } from '../device-backup/device-backups.ts'
import type { Demo } from '../accounts/demo.ts'
import type { Forgetting } from '../accounts/forgetting.ts'
import type { Exporter } from '../exports/exporter.ts'
import type { Network } from '../network/network.ts'
import type { OpBackups } from '../op-backup/backups.ts'
import type { Policy } from '../policy/policy.ts'
import type { Log } from '../storage/log.ts'
import type { LinkOpener } from '../guards/links.ts'
import type { UnsentTotals } from '../op-backup/unsent-totals.ts'
import type { WorkspaceStore } from '../accounts/workspaces.ts'
import type { Sealing } from '../sealing/sealing.ts'

export type BridgeParts = {
  readonly workspaces: WorkspaceStore
  /** Under which a key is tried. */
  readonly api: ConversationsApi
  /** A workspace's own, whose requests are noted in its log. */
  readonly apiOf: (workspaceId: string) => ConversationsApi
  readonly requests: RequestLog
  readonly hosts: HostGate
  readonly demo: Demo
  readonly forgetting: Forgetting
  readonly links: LinkOpener
  readonly exporter: Omit<Exporter, 'pageGone'>
  readonly backups: OpBackups
  readonly deviceBackups: Pick<DeviceBackups, 'bridge'>
  readonly showMenu: (sections: readonly MenuSection[]) => void
  readonly unsent: UnsentTotals
  readonly appearance: Appearance
  readonly requestReading: Pick<Bridge, 'listRequests' | 'exportRequests'>
  readonly notifications: NotificationBridge
  readonly spelling: Pick<Bridge, 'answerSpelling'>
  readonly badge: Pick<Bridge, 'showBadge'>
  readonly sealing: Sealing
  readonly reportProblem: () => void
  readonly speed: () => MainSpeed
  readonly background: BackgroundBridge
  readonly typedSaved: () => void
  readonly appLinks: LinkBridge
  readonly updates: UpdatesBridge
  readonly carryOver: CarryOvers
  readonly network: Pick<Network, 'bridge'>
  readonly policy: Pick<Policy, 'nameOf'>
  readonly log: Log
  /** One for each key. */
  readonly makeLimit: () => RateLimit
  readonly about: { readonly appVersion: string; readonly platform: string }
  readonly locale: SystemLocale
}
