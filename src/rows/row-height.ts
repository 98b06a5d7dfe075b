import type { Density } from '../ui/density.ts'

/** A name with two lines of text, or one in compact density, px. The virtual lists rely on these heights. */
export const ROW_HEIGHT_PX: Readonly<Record<Density, number>> = { comfortable: 64, compact: 44 }
