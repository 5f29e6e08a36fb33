import { z } from 'zod';
import {
  IMAGE_DIGEST,
  IMAGE_REPOSITORY,
  IMAGE_TAG,
  isPinnedTag,
} from '../kubernetes';
import { text } from './text';

const imageTag = () =>
  text({
    isValid: isPinnedTag,
    pattern: IMAGE_TAG,
    maxLength: 128,
    message: 'This tag can change over time.',
    remedy:
      'Use a released version such as 3.9.0. Tags like latest, main or preview can point to another image tomorrow.',
  });

export const image = () =>
  z.strictObject({
    repository: text({
      isValid: value =>
        value.length <= 255 &&
        IMAGE_REPOSITORY.test(value) &&
        !/(^|\/)(bitnami|bitnamilegacy|bitnamicharts)\//.test(value),
      pattern: IMAGE_REPOSITORY,
      message: 'This is not a usable image repository name.',
      remedy:
        'Write registry and path in lower case without tag or digest, such as docker.io/elsaworkflows/elsa-server-app; Bitnami images are no longer maintained.',
    }).optional(),
    tag: imageTag().optional(),
    digest: text({
      isValid: value => IMAGE_DIGEST.test(value),
      pattern: IMAGE_DIGEST,
      message: 'This is not a valid image digest.',
      remedy: 'Write sha256: followed by 64 lowercase hexadecimal digits.',
    }).optional(),
  });
