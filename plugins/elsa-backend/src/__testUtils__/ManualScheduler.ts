import {
  coreServices,
  createServiceFactory,
  type SchedulerService,
  type SchedulerServiceTaskInvocationDefinition,
  type SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';

/** Runs a task when it is triggered, at no other time. */
export class ManualScheduler implements SchedulerService {
  readonly #tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();

  factory() {
    return createServiceFactory({
      service: coreServices.scheduler,
      deps: {},
      factory: (): SchedulerService => this,
    });
  }

  async triggerTask(id: string): Promise<void> {
    const task = this.#tasks.get(id);
    if (!task) {
      throw new NotFoundError(`No task '${id}'`);
    }
    await task.fn(new AbortController().signal);
  }

  async cancelTask(): Promise<void> {}

  async scheduleTask(
    task: SchedulerServiceTaskInvocationDefinition,
  ): Promise<void> {
    this.#tasks.set(task.id, task);
  }

  createScheduledTaskRunner(): SchedulerServiceTaskRunner {
    return { run: task => this.scheduleTask(task) };
  }

  async getScheduledTasks(): Promise<[]> {
    return [];
  }
}
