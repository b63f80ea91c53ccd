/** A queue before one or several equal servers. Times in any one unit. */
export interface Queue {
  /** Arrivals per unit of time. */
  readonly arrivalRate: number;
  /** Mean time that a server is busy with one item. */
  readonly serviceTime: number;
  /** Servers, 1 or more; a fraction stands for somebody who is there part of the time. */
  readonly servers: number;
  /** Squared coefficients of variation (variance / mean squared) of the times between arrivals and of the service. */
  readonly arrivalVariation: number;
  readonly serviceVariation: number;
}

/** From here on the servers are fully busy: nearer to 1 is rounding. */
const fullLoad = 1 - 1e-9;

/** Part of the time that the servers are busy: rho. At 1 and above the queue grows without end. */
export function utilisationOf({ arrivalRate, serviceTime, servers }: Queue): number {
  return (arrivalRate * serviceTime) / servers;
}

/** How much longer the wait is than at half load: rho / (1 - rho). Null at full load. */
export function loadFactor(utilisation: number): number | null {
  return utilisation < fullLoad ? utilisation / (1 - utilisation) : null;
}

/**
 * Mean wait in the queue; null where the queue grows without end. One server: Kingman,
 * rho / (1 - rho) x (ca2 + cs2) / 2 x tau, exact for random arrivals (M/G/1, M/M/1). Several:
 * tau / m x rho^(sqrt(2 (m + 1)) - 1) / (1 - rho) x (ca2 + cs2) / 2 (Allen-Cunneen with
 * Sakasegawa's power), about 3 % off the exact M/M/3.
 */
export function waitInQueue(queue: Queue): number | null {
  const { serviceTime, servers, arrivalVariation, serviceVariation } = queue;
  const load = utilisationOf(queue);
  if (load >= fullLoad) return null;
  const variation = (arrivalVariation + serviceVariation) / 2;
  const power = Math.sqrt(2 * (servers + 1)) - 1;
  return (((serviceTime / servers) * load ** power) / (1 - load)) * variation;
}

/** More servers than this are not counted one by one: the estimate of Sakasegawa serves. */
const mostCounted = 10_000;

/**
 * Chance that an item has to wait at all with random arrivals and service (Erlang C), 0..1.
 * `offered` is arrival rate x service time; `servers` a whole number. 1 where the queue grows.
 */
export function chanceOfWaiting(offered: number, servers: number): number {
  if (offered >= servers * fullLoad) return 1;
  if (servers > mostCounted) return (offered / servers) ** (Math.sqrt(2 * (servers + 1)) - 1);
  // Erlang B by its recurrence, which stays within range for any number of servers.
  let lost = 1;
  for (let server = 1; server <= servers; server += 1) lost = (offered * lost) / (server + offered * lost);
  return lost / (1 - (offered / servers) * (1 - lost));
}

/** Mean wait with random arrivals and service and several servers (M/M/c), exact; null where the queue grows. */
export function waitWithRandomService(
  arrivalRate: number,
  serviceTime: number,
  servers: number,
): number | null {
  const offered = arrivalRate * serviceTime;
  if (offered >= servers * fullLoad) return null;
  return (chanceOfWaiting(offered, servers) * serviceTime) / (servers - offered);
}

/** Mean wait for the next date of something that takes place every `interval`: half of it, and the cut-off before the date. */
export function cadenceWait(interval: number, cutoff = 0): number {
  return interval / 2 + cutoff;
}

/** Mean wait until a batch is full: (size - 1) / (2 x arrival rate). */
export function batchWait(size: number, arrivalRate: number): number {
  return Math.max(0, size - 1) / (2 * arrivalRate);
}

/** How many items there should be on the way (Little's law): rate x time, in one unit of time. */
export function itemsOnTheWay(arrivalRate: number, time: number): number {
  return arrivalRate * time;
}
