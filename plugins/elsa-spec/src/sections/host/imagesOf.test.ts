import { imagesIn } from './imagesOf';

describe('imagesIn', () => {
  it('should find images whatever the field is called and wherever it stands', () => {
    expect(
      imagesIn({
        spec: {
          jobTemplate: {
            spec: {
              template: { spec: { initContainers: [{ image: 'a:1' }] } },
            },
          },
          imageName: 'b:2',
          other: [[{ containerImage: 'c' }]],
          image: { repository: 'd', tag: 3.6 },
          images: [{ repository: 'x', image: { repository: 'e' } }],
          pullImages: null,
        },
      }),
    ).toEqual(['a:1', 'b:2', 'c', 'd:3.6', 'e']);
  });
});
