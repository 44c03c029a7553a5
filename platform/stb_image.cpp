// The decoder's own code, which is not ours to mend: compiled without our warnings, and optimised
// in every build. PNG and JPEG alone; from memory alone.
#define STBI_ONLY_PNG
#define STBI_ONLY_JPEG
#define STBI_NO_STDIO
#define STBI_NO_HDR
#define STBI_NO_LINEAR
#define STB_IMAGE_IMPLEMENTATION
#include <stb/stb_image.h>
