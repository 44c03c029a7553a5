/// Loaded before everything else into a desk that is built with sanitizers: its libraries stay
/// loaded until its end. The graphics driver is unloaded with the window, and the leak checker can
/// name what a library has leaked, and lsan.supp forgive it, only while the library is there.
extern "C" int dlclose(void* /*library*/) noexcept {
    return 0;
}
