export { elsaScaffolderModule } from './module';
export { elsaScaffolderTranslationRef } from './translation';
