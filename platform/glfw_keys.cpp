#include "platform/glfw_keys.h"

#include <GLFW/glfw3.h>

namespace platform {

Key key_from_glfw(int key) {
    switch (key) {
    case GLFW_KEY_1: return Key::row_1;
    case GLFW_KEY_2: return Key::row_2;
    case GLFW_KEY_3: return Key::row_3;
    case GLFW_KEY_4: return Key::row_4;
    case GLFW_KEY_5: return Key::row_5;
    case GLFW_KEY_6: return Key::row_6;
    case GLFW_KEY_7: return Key::row_7;
    case GLFW_KEY_8: return Key::row_8;
    case GLFW_KEY_9: return Key::row_9;
    case GLFW_KEY_0: return Key::row_0;
    case GLFW_KEY_MINUS: return Key::row_minus;
    case GLFW_KEY_EQUAL: return Key::row_equal;
    case GLFW_KEY_F1: return Key::f1;
    case GLFW_KEY_F2: return Key::f2;
    case GLFW_KEY_F3: return Key::f3;
    case GLFW_KEY_F4: return Key::f4;
    case GLFW_KEY_F9: return Key::f9;
    case GLFW_KEY_F10: return Key::f10;
    case GLFW_KEY_F11: return Key::f11;
    case GLFW_KEY_F12: return Key::f12;
    case GLFW_KEY_ESCAPE: return Key::escape;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER: return Key::enter;
    case GLFW_KEY_SPACE: return Key::space;
    case GLFW_KEY_TAB: return Key::tab;
    case GLFW_KEY_BACKSPACE: return Key::backspace;
    case GLFW_KEY_DELETE: return Key::del;
    case GLFW_KEY_LEFT: return Key::left;
    case GLFW_KEY_RIGHT: return Key::right;
    case GLFW_KEY_UP: return Key::up;
    case GLFW_KEY_DOWN: return Key::down;
    case GLFW_KEY_PAGE_UP: return Key::page_up;
    case GLFW_KEY_PAGE_DOWN: return Key::page_down;
    case GLFW_KEY_HOME: return Key::home;
    case GLFW_KEY_END: return Key::end;
    default: return Key::other;
    }
}

bool is_modifier(int key) {
    return key >= GLFW_KEY_LEFT_SHIFT && key <= GLFW_KEY_RIGHT_SUPER;
}

} // namespace platform
