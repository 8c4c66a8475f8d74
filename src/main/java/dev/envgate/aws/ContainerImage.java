package dev.envgate.aws;

import java.util.List;

/**
 * The image of a container.
 *
 * @param container the name of the container
 * @param image as the task definition names it
 * @param platform what it is to run on, as registries say it: {@code linux/amd64}
 * @param running the digests of the images that its tasks really run; none where no task runs
 */
record ContainerImage(String container, String image, String platform, Answer<List<String>> running) {
    /** One of which no task is known. */
    ContainerImage(String container, String image, String platform) {
        this(container, image, platform, new Answer.Got<>(List.of()));
    }

    /** The same with what tasks run. */
    ContainerImage with(Answer<List<String>> digests) {
        return new ContainerImage(container, image, platform, digests);
    }
}
